import { syncedTableNames } from '../../domain/core/tables';
import type { Conversation } from '../../domain/model/conversation';
import { type Id, kindOfSpace } from '../../domain/model/ids';
import type { ArgsOf, MutationName } from '../../domain/mutations';
import { customViewKeys } from '../../domain/view/custom-view-keys';
import { isCustomView, viewKeysOf } from '../../domain/view/views-of';
import { syncOnce } from '../../sync/engine';
import type { ClientStore } from '../../sync/ports';
import { DexieClientStore } from '../../utils/store/client-store';
import { openDatabase, type SamtaleDatabase } from '../../utils/store/database';
import { me, metaRow } from '../../utils/store/me';
import { enqueue } from '../../utils/store/mutate';
import { plainConversation, plainRow } from '../../utils/store/plain-row';
import { recount } from '../contract/recount';
import { same } from '../contract/same';
import { id } from './rows';
import type { SmallHub } from './small-hub';

/** One device of an agent: its database, and the engine against a hub in memory. */
export class SmallClient {
  readonly db: SamtaleDatabase;
  readonly store: DexieClientStore;

  constructor(
    readonly hub: SmallHub,
    readonly agent: number,
    name = `client-${crypto.randomUUID()}`,
  ) {
    this.db = openDatabase(name);
    this.store = new DexieClientStore(this.db, () => hub.now);
  }

  sync = (store: ClientStore = this.store) => syncOnce(store, this.hub.source(this.agent), { now: () => this.hub.now });

  async pullOnce() {
    const { clientId, epoch } = await this.store.identity();
    const answer = await this.hub.pull(this.agent, { clientId, epoch, cursors: await this.store.cursors() });
    await this.store.applyPull(answer);
    return answer;
  }

  async act<N extends MutationName>(name: N, args: ArgsOf<N>): Promise<Id> {
    const answer = await enqueue(this.db, name, args);
    if (answer.refused) throw new Error(`${name}: ${answer.refused.refused}`);
    return answer.uuid;
  }

  async conversation(n: number): Promise<Conversation | undefined> {
    const stored = await this.db.conversations.get(id(n));
    return stored && plainConversation(stored);
  }

  /** K3: whatever happened, counters equal a recount and view keys are those of the rows. */
  async checkDerived(): Promise<void> {
    const self = (await me(this.db))?.agentId ?? null;
    const rows = await this.db.conversations.toArray();
    const index = await metaRow(this.db, 'viewIndex');
    for (const row of rows) {
      const custom =
        index?.after == null
          ? customViewKeys(plainConversation(row), self, index?.views ?? [])
          : row.viewKeys.filter(([, view]) => isCustomView(view));
      same(row.viewKeys, [...viewKeysOf(plainConversation(row), self), ...custom], `view keys of ${row.id}`);
    }
    const counters = await this.db.counters.toArray();
    for (const inboxId of new Set([...rows.map((row) => row.inboxId), ...counters.map((row) => row.inboxId)])) {
      const counts = Object.entries(counters.find((row) => row.inboxId === inboxId)?.counts ?? {}).filter(([, count]) => count !== 0);
      same(Object.fromEntries(counts), recount(rows.filter((row) => row.inboxId === inboxId)), `counters of ${inboxId}`);
    }
  }

  /** I3: after quiet, what is here equals what the hub has in this agent's spaces. */
  async checkConverged(): Promise<void> {
    const spaces = await this.hub.store.snapshot((snapshot) => snapshot.spacesOf(id(this.agent)));
    for (const table of syncedTableNames) {
      const theirs = this.hub.store.all(table).filter((row) => spaces.includes(row.space));
      const ours = await this.rows(table);
      same(byId(ours), byId(theirs), table);
    }
    same(await this.db.pendingMessages.toArray(), [], 'pending messages');
    same(await this.db.base.toArray(), [], 'base');
    same((await this.db.spaces.toArray()).filter((row) => kindOfSpace(row.space) === 'inbox' && row.bootstrap).length, 0, 'unfinished inboxes');
    await this.checkDerived();
  }

  private async rows(table: (typeof syncedTableNames)[number]): Promise<{ id: Id }[]> {
    if (table === 'conversations') return (await this.db.conversations.toArray()).map(plainConversation);
    if (table === 'messages')
      return (await this.db.threads.toArray()).flatMap((chunk) => chunk.messages.map((message) => plainRow<{ id: Id }>(message)));
    return (await this.db[table].toArray()).map((row) => plainRow<{ id: Id }>(row));
  }
}

const byId = (rows: { id: Id }[]) => [...rows].sort((a, b) => (a.id < b.id ? -1 : 1));
