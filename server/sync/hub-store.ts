import type { Refusal } from '../../domain/core/refusal';
import type { RowReader, Write } from '../../domain/core/tx';
import type { Id, SpaceId } from '../../domain/model/ids';
import type { RowChange } from '../../sync/protocol';

/** The hub's rows as sync sees them: Drizzle over PGlite or PostgreSQL in earnest, memory in the simulation. */
export interface HubStore {
  /** Changes when the database is restored from a backup (K12). */
  epoch(): Promise<string>;
  /** Whether this epoch began with such a restore, and not with the database. */
  isRestored(): Promise<boolean>;
  /**
   * One read-write transaction. `scope`: rows outside these spaces do not exist for its reader (K10); `all` is the host itself.
   * Throws on a fault, and then nothing of it happened.
   */
  transaction<T>(scope: readonly SpaceId[] | 'all', run: (transaction: HubTransaction) => Promise<T>): Promise<T>;
  /** One REPEATABLE READ snapshot over all spaces (K4). */
  snapshot<T>(run: (snapshot: HubSnapshot) => Promise<T>): Promise<T>;
}

export interface HubTransaction {
  reader: RowReader;
  /**
   * Writes all rows, their counters (`counterKeysOf`) and versions; locks the spaces' counters last and in id order (K4), and pokes at
   * commit. Throws `CommitRefused` where it would break what holds across spaces: an address is one live channel's (CHN-4).
   */
  commit(writes: readonly Write[]): Promise<void>;
  /** Locks the client's row, so that two pushes of one client run one after the other. */
  client(clientId: Id, agentId: Id): Promise<{ lastMutationId: number }>;
  applied(clientId: Id, mutationId: number): Promise<{ uuid: Id; refused: Refusal | null } | undefined>;
  appliedByUuid(uuid: Id): Promise<{ refused: Refusal | null } | undefined>;
  recordApplied(entry: { clientId: Id; mutationId: number; uuid: Id; refused: Refusal | null; at: number }): Promise<void>;
  /** Whether the bytes of this hash are here, and one of these spaces may name them (K18): of those it is about, unless others are meant. */
  hasFile(hash: string, among?: 'all' | readonly SpaceId[]): Promise<boolean>;
}

export interface HubSnapshot {
  agent(agentId: Id): Promise<{ workspaceId: Id; active: boolean } | undefined>;
  /** Those of `spacesOfAgent`. */
  spacesOf(agentId: Id): Promise<SpaceId[]>;
  version(space: SpaceId): Promise<number>;
  /** Versions below this are no longer complete: tombstones older than 90 days are gone (K13). */
  prunedBelow(space: SpaceId): Promise<number>;
  /** Rows and tombstones above `version`, by version, at most `limit` but never cutting a version in two. */
  changesSince(space: SpaceId, version: number, limit: number): Promise<RowChange[]>;
  /** Everything of an inbox but its conversations, tickets and messages. */
  frameOf(space: SpaceId): Promise<RowChange[]>;
  /** One page of conversations, open newest first, then the others newest first; `after` is opaque. */
  conversationsPage(space: SpaceId, after: string | null, limit: number): Promise<{ conversationIds: Id[]; after: string | null }>;
  /** Conversations with all their messages and tickets. */
  threads(space: SpaceId, conversationIds: readonly Id[]): Promise<RowChange[]>;
  conversationTotal(space: SpaceId): Promise<number>;
  counters(space: SpaceId): Promise<Record<string, number>>;
  lastMutationId(clientId: Id): Promise<number>;
  /** Those of these acts that were applied. */
  knownActs(uuids: readonly Id[]): Promise<Id[]>;
}
