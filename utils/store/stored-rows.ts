import type { Refusal } from '../../domain/core/refusal';
import type { RowOf, TableName } from '../../domain/core/tables';
import type { Conversation } from '../../domain/model/conversation';
import type { Id, SpaceId } from '../../domain/model/ids';
import type { Message } from '../../domain/model/message';
import type { Notice } from '../../domain/notification/notices-of';
import type { StopsTold } from '../../domain/notification/stops-to-tell';
import type { TrashDays } from '../../domain/trash/count-days';
import type { IndexedView } from '../../domain/view/indexed-view';
import type { CounterKey, ViewKey } from '../../domain/view/views-of';
import type { SyncPhase, UnknownRow } from '../../sync/ports';
import type { MoveRow } from './move-row';

/** A row with the version its space gave it; 0 was made here by a pending act. Rows never go back (I4). */
export type Stored<Row> = Row & { version: number };

/** `openOwner` is there for open conversations with an owner only: the index stays as small as the work in hand. */
export type StoredConversation = Stored<Conversation> & { viewKeys: ViewKey[]; openOwner?: string };

/** Messages of one thread in order of arrival (K22). `more`: the thread goes on in the next chunk. */
export interface ThreadChunk {
  conversationId: Id;
  n: number;
  messages: Stored<Message>[];
  /** Rough characters. */
  size: number;
  more: boolean;
}

/** A message as pending acts leave it, over the chunks; `null`: they deleted it (K3). */
export interface PendingMessage {
  id: Id;
  conversationId: Id;
  message: Message | null;
}

/** A row as the hub left it, kept while pending acts stand over it; `null`: the hub does not have it (K3). */
export type BaseRow = { [T in Exclude<TableName, 'messages'>]: { table: T; id: Id; row: RowOf<T> | null; version: number } }[Exclude<
  TableName,
  'messages'
>];

/** A row's name across tables, `table/id`. */
export type RowKey = `${TableName}/${Id}`;

/** One act of this device the hub has not confirmed with its rows. `id` counts up by one per client, `uuid` is the act's own (K11). */
export interface OutboxEntry {
  id: number;
  uuid: Id;
  name: string;
  args: unknown;
  schemaVersion: number;
  claimedAt: number;
  /** The hub's epoch as it was known here when this was done; of acts from before this was kept it is missing. */
  epoch?: string | null;
  /** `applied`: the hub said so; its rows are not here yet. */
  state: 'pending' | 'applied';
  /** Rows it wrote here when it was last run, and all it ever looked at: a page that touches one makes it run again. */
  writes: RowKey[];
  reads: RowKey[];
}

/** An act the hub refused. `chain` is the first refused act this one hangs on; its own uuid when it stands alone (K10). */
export interface NotAppliedEntry {
  uuid: Id;
  chain: Id;
  name: string;
  args: unknown;
  claimedAt: number;
  refusal: Refusal;
  writes: RowKey[];
  /** ms, when the refusal came. */
  at: number;
  /** Of an act the hub had confirmed and lost by a restore: what doing it again as the same act needs (K12). */
  lost?: Pick<ConfirmedEntry, 'schemaVersion' | 'epoch' | 'place'>;
}

/** An act the hub confirmed, kept seven days: a hub restored from a backup may have lost it (K12). */
export interface ConfirmedEntry {
  uuid: Id;
  name: string;
  args: unknown;
  schemaVersion: number;
  claimedAt: number;
  epoch: string | null;
  /** Its number in the outbox: acts confirmed together were done in this order. */
  place: number;
  /** ms, the hub's clock. */
  at: number;
}

export interface Counters {
  inboxId: Id;
  counts: Partial<Record<CounterKey, number>>;
  /** The hub's own, shown while the inbox is still coming (K7). */
  hub: Record<string, number> | null;
}

/** `cursor`: the version all of which was seen; `null` before the first page. */
export interface SpaceRow {
  space: SpaceId;
  cursor: number | null;
  /** `null` once every page is here. `counters` are the hub's, shown until then (K7). */
  bootstrap: { after: string | null; pages: number; done: number; total: number; counters: Record<string, number> } | null;
  /** Up to here a delta may bring a thread whose history the bootstrap's pages passed over. */
  wholeFrom: number;
}

/** A thread a delta brought before its history. */
export interface MissingThread {
  conversationId: Id;
  space: SpaceId;
}

/** Bytes by sha256. `local`: not known to be on the hub, never evicted; `uploaded`, `cached`: the hub has it too. */
export interface FileRow {
  hash: string;
  blob: Blob;
  type: string;
  size: number;
  state: 'local' | 'uploaded' | 'cached';
  /** ms */
  at: number;
}

/** A copy of what a hub has: the HTML of a message or the bytes of a file, by the id of its row there. It can be fetched again. */
export interface KeptCopy {
  id: string;
  kind: 'html' | 'file';
  /** Characters or bytes. */
  size: number;
  /** ms, when it was fetched or last shown. */
  at: number;
}

/** Files of mails read into a workspace of this computer: how far, and what came of it. */
export interface ImportRow {
  id: Id;
  /** What is known again when the same files are given once more: their name, size and when they were last changed. */
  name: string;
  size: number;
  modified: number;
  /** ms, when it was begun. */
  at: number;
  /** `waiting`: given with others, and not begun. */
  state: 'waiting' | 'looking' | 'running' | 'stopping' | 'stopped' | 'done' | 'undoing' | 'undone' | 'no-mail' | 'failed' | 'disk-full';
  /** Bytes looked through, then mails; oldest first. */
  looked: number;
  total: number;
  done: number;
  fresh: number;
  known: number;
  unreadable: number;
  /** Of an undone one: how many of its mails are here still, for somebody has worked in their conversations since. Earlier ones were not counted. */
  stayed?: number;
  /** Names of the files that are no mail. */
  refused?: string[];
  /** Of files of one mail each: which were new, here already, or not to be read; the first of each. */
  names?: { fresh: string[]; known: string[]; unreadable: string[] };
}

/** A mail an import brought, by which the whole import can be undone. */
export interface ImportedMail {
  /** The message's id. */
  id: Id;
  importId: Id;
  conversationId: Id;
}

export interface MetaRows {
  client: { key: 'client'; clientId: Id; epoch: string | null; lastId: number };
  me: { key: 'me'; agentId: Id; workspaceId: Id };
  /**
   * There in a workspace that has no hub: this device is its host. `version` goes up by one an act, `newest` are the last ones done, so that one
   * repeated after a lost connection counts once. In a `sample` what would leave the house is taken as gone.
   */
  local: { key: 'local'; version: number; newest: Id[]; sample?: true };
  /** In a workspace that has no hub: how long what is in trash has lain there (D26). */
  trash: { key: 'trash' } & TrashDays;
  sync: { key: 'sync' } & SyncPhase;
  /** What the hub has that this version of Samtale could not read, known by its `wireRevision`. */
  unknown: { key: 'unknown'; revision: number; rows: UnknownRow[] };
  /**
   * The custom views whose keys conversations bear (VIEW-13, K2): those not `ready` are being put together, all rows up to `after` have been looked
   * at; `null`: all there are.
   */
  viewIndex: { key: 'viewIndex'; views: (IndexedView & { ready: boolean })[]; after: Id | null };
  /** In a workspace of this computer: where its move into a hub stands. */
  move: MoveRow;
  /** What the last pulls brought that is news for this agent, until the worker has told it (NTF-1). */
  notices: { key: 'notices'; waiting: Notice[] };
  /** Stops of channels this device has told, by channel: since when (ms). */
  stopsTold: { key: 'stopsTold'; since: StopsTold };
}
