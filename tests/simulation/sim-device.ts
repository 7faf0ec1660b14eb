import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { type RowOf, type SyncedTable, syncedTables } from '../../domain/core/tables';
import type { Id } from '../../domain/model/ids';
import { type MutationName, schemaVersion } from '../../domain/mutations';
import { syncOnce } from '../../sync/engine';
import type { ClientStore, SyncPhase } from '../../sync/ports';
import type { PullResponse, PushRequest } from '../../sync/protocol';
import { applyLostAgain, dismissLost } from '../../utils/store/apply-lost-again';
import { DexieClientStore } from '../../utils/store/client-store';
import { openDatabase, type SamtaleDatabase } from '../../utils/store/database';
import { leaveAllSpaces } from '../../utils/store/leave-all-spaces';
import { migrations } from '../../utils/store/migrations/migrations';
import { enqueue } from '../../utils/store/mutate';
import { dismissNotApplied, notApplied, retryNotApplied } from '../../utils/store/not-applied';
import { plainConversation, plainRow } from '../../utils/store/plain-row';
import { readThread } from '../../utils/store/read-thread';
import { rowKey } from '../../utils/store/row-key';
import type { OutboxEntry } from '../../utils/store/stored-rows';
import type { Bug } from './bugs';
import { withBug } from './bugs';
import { withFullDisk } from './full-disk';
import { Killed, Life } from './life';
import { type NetworkFault, sourceOver } from './network';
import type { SimHub } from './sim-hub';
import { Violated } from './violated';

/** An act whose author was told "done". */
export interface Ack {
  uuid: Id;
  name: string;
  args: unknown;
}

export interface SyncTrouble {
  killAt?: number | null;
  network?: Map<number, NetworkFault>;
  /** The disk is full from this write on. */
  fullFrom?: number | null;
  breathe?: () => Promise<void>;
}

/** How a sync came out: the engine's own word, or the point it was killed at, or a fault. */
export type SyncEnd = SyncPhase['phase'] | 'killed';

/** One profile of a browser with the extension: the real store over an IndexedDB in memory, and what its person was promised. */
export class SimDevice {
  db: SamtaleDatabase;
  readonly acks: Ack[] = [];
  /** Acts its person did once more after a restored hub had lost them. */
  readonly doneAgain = new Set<Id>();
  /** ms its clock is off. */
  skew = 0;
  readonly sent: PushRequest[] = [];
  /** The last page applied said that more was waiting above it. */
  midway = false;

  constructor(
    readonly name: string,
    readonly agentId: Id,
    private readonly hub: SimHub,
    private readonly bug?: Bug,
  ) {
    this.db = openDatabase(name);
  }

  get now() {
    return this.hub.now + this.skew;
  }

  /** Does an act as the person in front of it. Answers whether it was taken. */
  async act(name: MutationName, args: unknown, fullFrom: number | null = null): Promise<Ack | undefined> {
    const waiting = await this.db.outbox.count();
    const doing = () => enqueue(this.db, name, args);
    const answer = fullFrom === null ? await doing() : await withFullDisk(fullFrom, doing);
    if (answer.refused) {
      if ((await this.db.outbox.count()) !== waiting) throw new Violated('I13', `${this.name}: ${name} was refused and is queued all the same`);
      return undefined;
    }
    const ack = { uuid: answer.uuid, name, args };
    this.acks.push(ack);
    return ack;
  }

  /** Its person goes through one entry of *Not applied*: does it again, or lets it go. Answers which, or `undefined` where there is none. */
  async answerNotApplied(pick: <T>(from: readonly T[]) => T | undefined, way: 'again' | 'dismiss'): Promise<Id | undefined> {
    const all = await notApplied(this.db);
    const entry = pick(all);
    if (!entry) return undefined;
    const chain = entry.lost ? all.filter((each) => each.lost && each.chain === entry.chain) : [entry];
    if (way === 'dismiss') {
      await (entry.lost ? dismissLost(this.db, [entry.chain]) : dismissNotApplied(this.db, entry.uuid));
      this.forget(chain);
    } else if (entry.lost) {
      await applyLostAgain(this.db, [entry.chain]);
      for (const { uuid } of chain) this.doneAgain.add(uuid);
    } else {
      const { uuid } = (await retryNotApplied(this.db, entry.uuid)) ?? {};
      if (!uuid) return undefined;
      this.forget(chain);
      this.acks.push({ uuid, name: entry.name, args: entry.args });
    }
    return entry.uuid;
  }

  private forget(gone: readonly { uuid: Id }[]) {
    const uuids = new Set(gone.map(({ uuid }) => uuid));
    this.acks.splice(0, this.acks.length, ...this.acks.filter(({ uuid }) => !uuids.has(uuid)));
  }

  /** One sync of a fresh worker; killed, it leaves the database to the next. */
  async sync({ killAt = null, network = new Map(), fullFrom = null, breathe }: SyncTrouble = {}): Promise<SyncEnd> {
    const life = new Life(killAt);
    const line = { hub: this.hub, agentId: this.agentId, life, faults: network, sent: this.sent, ...(breathe ? { breathe } : {}) };
    const store = mortal(this.noting(new DexieClientStore(this.db, () => this.now)), life);
    const run = withBug(this.bug, { store, source: sourceOver(line), db: this.db, life });
    const syncing = () => life.live(() => syncOnce(run.store, run.source, { now: () => this.now }));
    try {
      const end = fullFrom === null ? await syncing() : await withFullDisk(fullFrom, syncing);
      if (end === 'signed-out' && this.hub.isDeactivated(this.agentId)) await this.leave();
      return end;
    } catch (error) {
      if (!(error instanceof Killed)) throw error;
      this.reopen();
      return 'killed';
    }
  }

  /** Told that its person is deactivated, it keeps what they did and nothing else (INB-6). */
  private async leave() {
    await leaveAllSpaces(this.db, this.now);
    for (const [table, rows] of Object.entries(await this.everything())) {
      const acts = await this.db.outbox.toArray();
      const left = rows.filter(({ id }) => !acts.some(({ writes }) => writes.includes(rowKey(table as SyncedTable, id))));
      if (left.length > 0) throw new Violated('INB-6', `${this.name}: of a deactivated agent ${table} ${left.map(({ id }) => id).join(' ')} is left`);
    }
  }

  private noting(store: DexieClientStore): ClientStore {
    const { applyPull } = store;
    return Object.assign(store, {
      applyPull: async (response: PullResponse) => {
        await applyPull.call(store, response);
        this.midway = response.more;
      },
    });
  }

  /** As a new worker, or a page, opens it. */
  reopen() {
    this.db.close();
    this.db = openDatabase(this.name);
  }

  /**
   * The browser updates the extension, some acts are done in the newer version, and then it is taken back: nothing that waits is lost on
   * either way (I14). What only the newer one can say, a hub that is older refuses, and its author is told.
   */
  async upgradeAndBack(newerActs: number): Promise<void> {
    const before = await this.db.outbox.toArray();
    this.db.close();
    const newer = new Dexie(this.name);
    for (const { version, stores } of migrations) newer.version(version).stores({ ...stores });
    newer
      .version(migrations.length + 1)
      .stores({ somethingNew: 'id' })
      .upgrade((transaction) => (this.bug === 'drop-on-upgrade' ? transaction.table('outbox').clear() : undefined));
    const waiting = newer.table<OutboxEntry>('outbox').where('state').equals('pending');
    for (const { id } of (await waiting.toArray()).slice(-newerActs))
      await newer.table<OutboxEntry>('outbox').update(id, { schemaVersion: schemaVersion + 1 });
    newer.close();
    this.reopen();
    const after = await this.db.outbox.toArray();
    if (after.map(({ uuid }) => uuid).join() !== before.map(({ uuid }) => uuid).join())
      throw new Violated('I14', `${this.name}: ${before.length} acts waited before the upgrade, ${after.length} after`);
  }

  /** A copy of the whole profile, as a restored disk image has it (K11). */
  async copyTo(name: string): Promise<SimDevice> {
    const copy = new SimDevice(name, this.agentId, this.hub, this.bug);
    for (const table of this.db.tables) {
      const rows = await table.toArray();
      if (rows.length > 0) await copy.db.table(table.name).bulkAdd(rows);
    }
    copy.acks.push(...this.acks);
    // Copied between two pages of a pull, it stands between them too.
    copy.midway = this.midway;
    return copy;
  }

  async rows<T extends SyncedTable>(table: T): Promise<RowOf<T>[]> {
    if (table === 'conversations') return (await this.db.conversations.toArray()).map(plainConversation) as RowOf<T>[];
    if (table === 'messages') return (await this.messages()) as RowOf<T>[];
    return (await this.db.table(table).toArray()).map((row) => plainRow(row)) as RowOf<T>[];
  }

  /** Every row here, by table; what its person sees. */
  async everything(): Promise<Partial<Record<SyncedTable, { id: Id; space: string }[]>>> {
    const tables = Object.keys(syncedTables) as SyncedTable[];
    return Object.fromEntries(await Promise.all(tables.map(async (table) => [table, await this.rows(table)] as const)));
  }

  /** Threads as they are shown, also of conversations that are gone: none may be left of those. */
  private async messages(): Promise<RowOf<'messages'>[]> {
    const inChunks = (await this.db.threads.toArray()).map(({ conversationId }) => conversationId);
    const over = (await this.db.pendingMessages.toArray()).map(({ conversationId }) => conversationId);
    const threads = await Promise.all([...new Set([...inChunks, ...over])].map((id) => readThread(this.db, id)));
    return threads.flatMap(({ messages }) => messages.map(({ pending: _, ...message }) => message));
  }

  async close() {
    await this.db.delete();
  }
}

/** The store, dying with its worker: each call is one effect. */
function mortal(store: ClientStore, life: Life): ClientStore {
  return {
    identity: () => life.effect('identity', () => store.identity()),
    cursors: () => life.effect('cursors', () => store.cursors()),
    pending: (limit) => life.effect('pending', () => store.pending(limit)),
    settle: (outcomes) => life.effect('settle', () => store.settle(outcomes)),
    fork: () => life.effect('fork', () => store.fork()),
    applyPull: (response) => life.effect('applyPull', () => store.applyPull(response)),
    nextBootstrap: () => life.effect('nextBootstrap', () => store.nextBootstrap()),
    applyBootstrap: (request, response) => life.effect('applyBootstrap', () => store.applyBootstrap(request, response)),
    confirmedActs: () => life.effect('confirmedActs', () => store.confirmedActs()),
    startEpoch: (epoch, lost) => life.effect('startEpoch', () => store.startEpoch(epoch, lost)),
    fileToUpload: (hash) => life.effect('fileToUpload', () => store.fileToUpload(hash)),
    noteSync: (phase) => life.effect('noteSync', () => store.noteSync(phase)),
  };
}
