import { type QueryArgs, type QueryName, type QueryRow, queries } from '../../domain/core/queries';
import { type Refusal, refuse } from '../../domain/core/refusal';
import { type RowOf, syncedTables, type TableName } from '../../domain/core/tables';
import type { RowReader, Write } from '../../domain/core/tx';
import { foldAddress } from '../../domain/model/fold-address';
import { agentSpace, type Id, idOfSpace, inboxSpace, type SpaceId, workspaceSpace } from '../../domain/model/ids';
import { spacesOfAgent } from '../../domain/space/spaces-of-agent';
import { counterChanges, totalKey } from '../../server/db/counter-changes';
import { spacesOfWrites } from '../../server/db/spaces-of-writes';
import { claimedAddresses } from '../../server/sync/claimed-addresses';
import { ClientOfAnother } from '../../server/sync/client-of-another';
import { CommitRefused } from '../../server/sync/commit-refused';
import { cancelledMails, newMails } from '../../server/sync/hold-mail';
import type { HubSnapshot, HubStore, HubTransaction } from '../../server/sync/hub-store';
import type { PushRequest, RowChange } from '../../sync/protocol';

type AnyRow = RowOf<TableName>;
interface StoredRow {
  table: TableName;
  id: Id;
  space: SpaceId;
  version: number;
  row: AnyRow | null;
  within: Id | null;
  movedFrom?: Id[] | undefined;
  movedTo: SpaceId | null;
}
interface State {
  epoch: string;
  restored: boolean;
  /** By `table/id/space`: a row that moved leaves its tombstone behind. */
  rows: Map<string, StoredRow>;
  versions: Map<SpaceId, number>;
  prunedBelow: Map<SpaceId, number>;
  counters: Map<SpaceId, Map<string, number>>;
  clients: Map<Id, { agentId: Id; lastMutationId: number }>;
  applied: Map<string, Id>;
  acts: Map<Id, { refused: Refusal | null }>;
  files: Map<string, Set<SpaceId>>;
  /** What an act last meant each field of a conversation or ticket to be, by `table/id/field`: the later act at the hub wins (I10). */
  meant: Map<string, unknown>;
  /** Where each mail to be sent stands, by the id of its intent. */
  outbound: Map<Id, { state: 'queued' | 'sending' | 'sent' | 'unknown' | 'cancelled'; notBefore: number }>;
}

/** The hub's store in memory: one transaction at a time, whole or not at all; snapshots see what is committed. */
export class MemoryHubStore implements HubStore {
  state: State = {
    epoch: 'epoch-1',
    restored: false,
    rows: new Map(),
    versions: new Map(),
    prunedBelow: new Map(),
    counters: new Map(),
    clients: new Map(),
    applied: new Map(),
    acts: new Map(),
    files: new Map(),
    meant: new Map(),
    outbound: new Map(),
  };
  /** Acts whose rule breaks here, every time (F22). */
  readonly poison = new Set<Id>();
  /** Every act applied or refused, in the order the hub did so; survives a restore, for the invariants. */
  readonly log: { uuid: Id; refused: boolean; epoch: string }[] = [];
  /** `false` is a planted bug: the hub does what it is sent, however often. */
  dedupe = true;
  /** `true` is a planted bug: an act takes along the owner its author saw, and so undoes who was given it meanwhile. */
  wholeRows = false;
  private last: Promise<unknown> = Promise.resolve();

  async epoch() {
    return this.state.epoch;
  }

  async isRestored() {
    return this.state.restored;
  }

  transaction<T>(scope: readonly SpaceId[] | 'all', run: (transaction: MemoryTransaction) => Promise<T>): Promise<T> {
    const result = this.last.then(async () => {
      const transaction = new MemoryTransaction(this, scope);
      const answer = await run(transaction);
      transaction.apply();
      return answer;
    });
    this.last = result.catch(() => {});
    return result;
  }

  async snapshot<T>(run: (snapshot: HubSnapshot) => Promise<T>): Promise<T> {
    return run(new MemorySnapshot({ ...this.state, rows: new Map(this.state.rows), versions: new Map(this.state.versions) }));
  }

  all<T extends TableName>(table: T): RowOf<T>[] {
    return [...this.state.rows.values()].flatMap((stored) => (stored.table === table && stored.row ? [stored.row as RowOf<T>] : []));
  }

  putFile(agentId: Id, hash: string) {
    this.state.files.set(hash, (this.state.files.get(hash) ?? new Set()).add(agentSpace(agentId)));
  }

  /** The planted bug: what a push holds was never seen before. */
  forgetPushes({ clientId, mutations }: PushRequest) {
    const client = this.state.clients.get(clientId);
    const [first] = mutations;
    if (client && first) client.lastMutationId = Math.min(client.lastMutationId, first.id - 1);
    for (const { uuid } of mutations) this.state.acts.delete(uuid);
  }

  /** Tombstones and the versions they had are gone: older cursors are of no use (K13). */
  prune(space: SpaceId) {
    for (const [key, stored] of this.state.rows) if (stored.space === space && stored.row === null) this.state.rows.delete(key);
    this.state.prunedBelow.set(space, this.state.versions.get(space) ?? 0);
  }

  backup(): State {
    return structuredClone(this.state);
  }

  /** A dump of an earlier day takes the database's place, under a new epoch (K12). */
  restore(backup: State) {
    this.state = { ...structuredClone(backup), epoch: `${this.state.epoch}+`, restored: true };
    for (const mail of this.state.outbound.values()) if (mail.state === 'queued' || mail.state === 'sending') mail.state = 'unknown';
  }
}

export type Backup = State;

class MemoryTransaction implements HubTransaction {
  private staged: (() => void)[] = [];
  private broken = false;

  constructor(
    private readonly store: MemoryHubStore,
    private readonly scope: readonly SpaceId[] | 'all',
  ) {}

  readonly reader: RowReader = {
    find: async <T extends TableName>(table: T, id: Id) => {
      if (this.broken) throw new Error('this act breaks its rule');
      return this.rows(table).find((row) => row.id === id) as RowOf<T> | undefined;
    },
    query: async <Q extends QueryName>(name: Q, args: QueryArgs<Q>) => {
      if (this.broken) throw new Error('this act breaks its rule');
      const { table, matches, order, limit, skip } = queries[name] as unknown as {
        table: TableName;
        matches(row: QueryRow<Q>, args: QueryArgs<Q>): boolean;
        order?(a: QueryRow<Q>, b: QueryRow<Q>): number;
        limit?(args: QueryArgs<Q>): number;
        skip?(args: QueryArgs<Q>): number;
      };
      const rows = (this.rows(table) as QueryRow<Q>[]).filter((row) => matches(row, args)).sort(order ?? byId);
      const from = skip?.(args) ?? 0;
      return limit ? rows.slice(from, from + limit(args)) : rows;
    },
  };

  async commit(writes: readonly Write[]) {
    const addresses = writes.flatMap(({ table, id, after }) => (table === 'channels' && after?.address ? [{ id, address: after.address }] : []));
    const live = this.store.all('channels');
    const { agents, teams } = claimedAddresses(writes);
    const holders = this.store.all('agents').flatMap(({ email, aliases = [] }) => [foldAddress(email), ...aliases]);
    const claimed =
      agents.find((address) => live.some((channel) => channel.address === address)) ??
      teams.find(({ address }) => holders.includes(address))?.address;
    if (claimed !== undefined) throw new CommitRefused(refuse('address-taken', { address: claimed }));
    const taken = addresses.find(({ id, address }) => live.some((channel) => channel.id !== id && channel.address === address));
    if (taken) throw new CommitRefused(refuse('address-taken', { address: taken.address }));
    const cancelled = cancelledMails(writes);
    if (cancelled.some((id) => this.store.state.outbound.get(id)?.state !== 'queued')) throw new CommitRefused(refuse('already-left'));
    this.staged.push(() => this.write(writes));
  }

  async client(clientId: Id, agentId: Id) {
    const client = this.store.state.clients.get(clientId) ?? { agentId, lastMutationId: 0 };
    if (client.agentId !== agentId) throw new ClientOfAnother(clientId);
    this.staged.push(() => {
      if (!this.store.state.clients.has(clientId)) this.store.state.clients.set(clientId, client);
    });
    return { lastMutationId: client.lastMutationId };
  }

  async applied(clientId: Id, mutationId: number) {
    const uuid = this.store.state.applied.get(`${clientId}/${mutationId}`);
    const act = uuid && this.store.state.acts.get(uuid);
    return uuid && act ? { uuid, refused: act.refused } : undefined;
  }

  async appliedByUuid(uuid: Id) {
    this.broken ||= this.store.poison.has(uuid);
    return this.store.state.acts.get(uuid);
  }

  async recordApplied({ clientId, mutationId, uuid, refused }: { clientId: Id; mutationId: number; uuid: Id; refused: Refusal | null; at: number }) {
    this.staged.push(() => {
      const { state, log } = this.store;
      if (!state.acts.has(uuid)) {
        state.acts.set(uuid, { refused });
        log.push({ uuid, refused: refused !== null, epoch: state.epoch });
      }
      state.applied.set(`${clientId}/${mutationId}`, uuid);
      const client = state.clients.get(clientId);
      if (client) client.lastMutationId = mutationId;
    });
  }

  async hasFile(hash: string, among = this.scope) {
    const spaces = this.store.state.files.get(hash);
    return spaces !== undefined && (among === 'all' || among.some((space) => spaces.has(space)));
  }

  /** Synchronous, so that nobody sees half of it. */
  apply() {
    for (const step of this.staged) step();
  }

  private rows(table: TableName): AnyRow[] {
    const { scope } = this;
    return structuredClone(
      [...this.store.state.rows.values()].flatMap(({ table: of, row, space }) =>
        of === table && row && (scope === 'all' || scope.includes(space)) ? [row] : [],
      ),
    );
  }

  private asTaken = (write: Write): Write => (this.store.wholeRows ? asItsAuthorSawIt(write) : write);

  private write(writes: readonly Write[]) {
    const { state } = this.store;
    const versions = new Map<SpaceId, number>();
    for (const space of spacesOfWrites(writes)) {
      versions.set(space, (state.versions.get(space) ?? 0) + 1);
      state.versions.set(space, (state.versions.get(space) ?? 0) + 1);
    }
    for (const write of structuredClone(writes)) {
      const { table, id } = write;
      const from = spaceOfRow(state, write, write.before);
      const to = spaceOfRow(state, write, write.after);
      const within = (write.within ?? (write.before as { conversationId?: Id } | undefined)?.conversationId) || null;
      const put = (space: SpaceId, row: AnyRow | null, movedTo: SpaceId | null, movedFrom?: Id[]) =>
        state.rows.set(`${table}/${id}/${space}`, { table, id, space, version: versions.get(space) ?? 0, row, within, movedTo, movedFrom });
      if (from && from !== to) {
        if (table in syncedTables) put(from, null, to ?? null, table === 'messages' ? (write.after ?? write.before)?.movedFrom : undefined);
        else state.rows.delete(`${table}/${id}/${from}`);
      }
      noteMeant(state, write);
      const row = this.asTaken(write).after;
      if (to && row) put(to, row, null);
      if (table === 'messages' && write.after) {
        for (const { hash } of write.after.attachments) if (hash && to) state.files.get(hash)?.add(to);
      }
    }
    for (const { id, ...mail } of newMails(writes)) state.outbound.set(id, mail);
    for (const id of cancelledMails(writes)) state.outbound.set(id, { state: 'cancelled', notBefore: 0 });
    for (const { space, key, change } of counterChanges(writes.map((write) => this.asTaken(write)))) {
      const counters = state.counters.get(space) ?? new Map<string, number>();
      state.counters.set(space, counters.set(key, (counters.get(key) ?? 0) + change));
    }
  }
}

/** The fields an act changed, as against the row its rule read. */
function noteMeant(state: State, { table, id, before, after }: Write) {
  if ((table !== 'conversations' && table !== 'tickets') || !after) return;
  const read = (before ?? {}) as Record<string, unknown>;
  for (const [field, value] of Object.entries(after))
    if (!before || JSON.stringify(read[field]) !== JSON.stringify(value)) state.meant.set(`${table}/${id}/${field}`, value);
}

/** The planted bug: its author had seen it as nobody's. */
const asItsAuthorSawIt = (write: Write): Write => {
  const { table, before, after } = write;
  if (table !== 'conversations' || !before || !after || before.ownerId !== after.ownerId) return write;
  return { ...write, after: { ...after, ownerId: null } };
};

const byId = (a: { id: Id }, b: { id: Id }) => (a.id < b.id ? -1 : 1);

/** Where a row lies; host rows lie with what they belong to, so that the scope holds for them as well. */
function spaceOfRow(state: State, write: Write, row: AnyRow | null | undefined): SpaceId | undefined {
  if (!row) return undefined;
  if ('space' in row) return row.space;
  if ('inboxId' in row) return inboxSpace(row.inboxId);
  if ('workspaceId' in row) return workspaceSpace(row.workspaceId);
  const before = [...state.rows.values()].find((stored) => stored.table === write.table && stored.id === write.id);
  const conversationId = (row as { conversationId: Id }).conversationId;
  const conversation = [...state.rows.values()].find((stored) => stored.table === 'conversations' && stored.id === conversationId && stored.row);
  return before?.space ?? conversation?.space;
}

class MemorySnapshot implements HubSnapshot {
  constructor(private readonly state: State) {}

  async agent(agentId: Id) {
    const agent = this.alive('agents').find(({ id }) => id === agentId);
    return agent && { workspaceId: idOfSpace(agent.space), active: agent.active };
  }

  async spacesOf(agentId: Id) {
    const agent = this.alive('agents').find(({ id }) => id === agentId);
    return agent ? spacesOfAgent(agent, this.alive('members')) : [];
  }

  version = async (space: SpaceId) => this.state.versions.get(space) ?? 0;
  prunedBelow = async (space: SpaceId) => this.state.prunedBelow.get(space) ?? 0;

  async changesSince(space: SpaceId, version: number, limit: number) {
    const rows = this.synced((stored) => stored.space === space && stored.version > version);
    const last = rows[limit - 1];
    return last ? rows.filter((row) => row.version <= last.version) : rows;
  }

  async frameOf(space: SpaceId) {
    const withConversation = new Set(this.alive('conversations').map(({ ticketId }) => ticketId));
    return this.synced(
      ({ table, id, row, space: own }) =>
        own === space && row !== null && table !== 'conversations' && table !== 'messages' && !(table === 'tickets' && withConversation.has(id)),
    );
  }

  async conversationsPage(space: SpaceId, after: string | null, limit: number) {
    const rank = (row: RowOf<'conversations'>) => (row.status === 'open' && !row.spam && !row.trashed ? '0' : '1');
    const newest = (row: RowOf<'conversations'>) => row.lastInboundAt ?? row.lastOutboundAt ?? row.createdAt;
    const keyOf = (row: RowOf<'conversations'>) => `${rank(row)}.${String(10 ** 15 - newest(row)).padStart(16, '0')}.${row.id}`;
    const rows = this.alive('conversations').filter((row) => row.space === space);
    const keys = rows.map((row) => ({ id: row.id, key: keyOf(row) })).sort((a, b) => (a.key < b.key ? -1 : 1));
    const page = keys.filter(({ key }) => after === null || key > after).slice(0, limit);
    return { conversationIds: page.map(({ id }) => id), after: page.length < limit ? null : (page.at(-1)?.key ?? null) };
  }

  async threads(space: SpaceId, conversationIds: readonly Id[]) {
    const tickets = this.alive('conversations').flatMap(({ id, ticketId }) => (conversationIds.includes(id) && ticketId ? [ticketId] : []));
    const order = { tickets: 0, conversations: 1, messages: 2 } as Record<string, number>;
    return this.synced(
      ({ table, id, row, within, space: own }) =>
        own === space &&
        row !== null &&
        ((table === 'tickets' && tickets.includes(id)) ||
          (table === 'conversations' && conversationIds.includes(id)) ||
          (table === 'messages' && within !== null && conversationIds.includes(within))),
    ).sort((a, b) => (order[a.table] ?? 0) - (order[b.table] ?? 0));
  }

  conversationTotal = async (space: SpaceId) => this.state.counters.get(space)?.get(totalKey) ?? 0;

  async counters(space: SpaceId) {
    return Object.fromEntries([...(this.state.counters.get(space) ?? [])].filter(([key, count]) => key !== totalKey && count !== 0));
  }

  knownActs = async (uuids: readonly Id[]) => uuids.filter((uuid) => this.state.acts.get(uuid)?.refused === null);

  lastMutationId = async (clientId: Id) => this.state.clients.get(clientId)?.lastMutationId ?? 0;

  private alive<T extends TableName>(table: T): RowOf<T>[] {
    return [...this.state.rows.values()].flatMap((stored) => (stored.table === table && stored.row ? [stored.row as RowOf<T>] : []));
  }

  private synced(where: (stored: StoredRow) => boolean): RowChange[] {
    return [...this.state.rows.values()]
      .filter((stored) => stored.table in syncedTables && where(stored))
      .sort((a, b) => a.version - b.version || (a.table < b.table ? -1 : a.table > b.table ? 1 : a.id < b.id ? -1 : 1))
      .map(
        ({ table, id, version, row, within, movedTo, movedFrom }) =>
          ({ table, id, version, row, within: table === 'messages' ? within : null, movedTo, ...(movedFrom && { movedFrom }) }) as RowChange,
      );
  }
}
