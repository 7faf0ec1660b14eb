import { sql } from 'drizzle-orm';
import { type Refusal, refuse } from '../../domain/core/refusal';
import type { RowReader, Write } from '../../domain/core/tx';
import { type Id, type SpaceId, workspaceSpace } from '../../domain/model/ids';
import { type ClaimedAddresses, claimedAddresses } from '../sync/claimed-addresses';
import { ClientOfAnother } from '../sync/client-of-another';
import { CommitRefused } from '../sync/commit-refused';
import { cancelledMails } from '../sync/hold-mail';
import type { HubTransaction } from '../sync/hub-store';
import { commitWrites } from './commit-writes';
import { constraintOfDatabaseError } from './constraint-of-database-error';
import type { Database } from './database';
import { DrizzleReader } from './drizzle-reader';
import { readMarksAbout, undoEntriesAbout } from './forget-purged';
import { lockSpaces } from './lock-spaces';
import { rowsOf } from './rows-of';
import { acts, applied } from './schema';
import { SpacesMoved } from './spaces-moved';
import { spacesOfWrites } from './spaces-of-writes';
import { storable } from './storable';

interface Begun {
  scope: readonly SpaceId[] | 'all';
  /** Spaces this transaction has locked already, because its first run met another writer. */
  held: readonly SpaceId[];
  /** `pg_current_snapshot()` when it began. */
  snapshot: string;
  now(): number;
}

/** The first of two keys of the locks on addresses. */
const addressLocks = 7_261_123;

export class DrizzleHubTransaction implements HubTransaction {
  readonly reader: RowReader;
  private readonly held: Set<SpaceId>;
  private pusher: Id | undefined;

  constructor(
    /** The same SQL transaction, for what is not a row of the rulebook. */
    readonly db: Database,
    private readonly begun: Begun,
  ) {
    this.reader = new DrizzleReader(db, begun.scope);
    this.held = new Set(begun.held);
  }

  /** Bound, so that it can be handed around by itself. */
  readonly commit = async (decided: readonly Write[]): Promise<void> => {
    const writes = [...decided, ...(await undoEntriesAbout(this.db, decided)), ...(await readMarksAbout(this.db, decided))];
    const missing = spacesOfWrites(writes).filter((space) => !this.held.has(space));
    const unseen = await lockSpaces(this.db, missing, this.begun.snapshot);
    if (unseen.length > 0) throw new SpacesMoved([...this.held, ...missing]);
    for (const space of missing) this.held.add(space);
    await this.cancelMails(cancelledMails(writes));
    await this.refuseTakenAddresses(claimedAddresses(writes));
    const connected = writes.flatMap(({ table, after }) => (table === 'channels' && after?.address ? [after.address] : []));
    if (connected.length === 0) return commitWrites(this.db, writes, this.begun.now(), this.pusher);
    try {
      // In a savepoint: what the database says no to would otherwise end the whole transaction.
      await this.db.transaction((inside) => commitWrites(inside, writes, this.begun.now(), this.pusher));
    } catch (fault) {
      if (constraintOfDatabaseError(fault) !== 'channels_address') throw fault;
      throw new CommitRefused(refuse('address-taken', { address: connected.join(', ') }));
    }
  };

  /** Whoever claims an address holds it until the end: the other of two at once sees what became of it. */
  private async refuseTakenAddresses({ agents, teams }: ClaimedAddresses) {
    const claimed = [...new Set([...agents, ...teams.map(({ address }) => address)])].sort();
    for (const address of claimed) await this.db.execute(sql`select pg_advisory_xact_lock(${addressLocks}, hashtext(${address}))`);
    if (agents.length > 0) {
      const [taken] = await rowsOf<{ address: string }>(
        this.db,
        sql`select doc->>'address' as address from channels where doc->>'address' in ${agents} and not deleted`,
      );
      if (taken) throw new CommitRefused(refuse('address-taken', { address: taken.address }));
    }
    for (const { address, inboxId } of teams) {
      const inbox = await this.reader.find('inboxes', inboxId);
      if (!inbox) continue;
      const [holder] = await this.reader.query('agentsByAddress', { space: workspaceSpace(inbox.workspaceId), address });
      if (holder) throw new CommitRefused(refuse('address-taken', { address }));
    }
  }

  /** A mail is taken back only while it is queued: the queue's own row decides, before anything else of the act is written (X11). */
  private async cancelMails(ids: readonly Id[]) {
    if (ids.length === 0) return;
    const now = this.begun.now();
    const cancelled = await rowsOf(
      this.db,
      sql`update outbound_state set state = 'cancelled', at = ${now} where id in ${[...ids]} and state = 'queued' returning id`,
    );
    if (cancelled.length < ids.length) throw new CommitRefused(refuse('already-left'));
  }

  async client(clientId: Id, agentId: Id) {
    await this.db.execute(sql`insert into clients (id, agent_id) values (${clientId}, ${agentId}) on conflict do nothing`);
    const [client] = await rowsOf<{ agent_id: Id; last: string }>(
      this.db,
      sql`select agent_id, last_mutation_id as last from clients where id = ${clientId} for update`,
    );
    if (client?.agent_id !== agentId) throw new ClientOfAnother(clientId);
    this.pusher = clientId;
    return { lastMutationId: Number(client.last) };
  }

  async applied(clientId: Id, mutationId: number) {
    const [found] = await rowsOf<{ uuid: Id; refused: Refusal | null }>(
      this.db,
      sql`select applied.uuid, acts.refusal as refused from applied join acts on acts.uuid = applied.uuid
          where client_id = ${clientId} and mutation_id = ${mutationId}`,
    );
    return found;
  }

  async appliedByUuid(uuid: Id) {
    const [found] = await rowsOf<{ refused: Refusal | null }>(this.db, sql`select refusal as refused from acts where uuid = ${uuid}`);
    return found;
  }

  async recordApplied({
    clientId,
    mutationId,
    uuid,
    refused,
    at,
  }: {
    clientId: Id;
    mutationId: number;
    uuid: Id;
    refused: Refusal | null;
    at: number;
  }) {
    if (!(await this.appliedByUuid(uuid))) await this.db.insert(acts).values({ uuid, refusal: storable(refused), at });
    await this.db.insert(applied).values({ clientId, mutationId, uuid });
    await this.db.execute(sql`update clients set last_mutation_id = ${mutationId} where id = ${clientId}`);
  }

  async hasFile(hash: string, among = this.begun.scope) {
    // Held until the end, so that it is not swept before what names it is written. Who may name it is asked after that: the sweep may have been at it.
    const [file] = await rowsOf(this.db, sql`select 1 from files where hash = ${hash} for key share`);
    if (!file || among === 'all') return file !== undefined;
    const [mayName] = await rowsOf(this.db, sql`select 1 from file_spaces where hash = ${hash} and space in ${[...among]}`);
    return mayName !== undefined;
  }
}
