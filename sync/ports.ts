import type { Id, SpaceId } from '../domain/model/ids';
import type {
  BootstrapRequest,
  BootstrapResponse,
  KnownActsRequest,
  KnownActsResponse,
  PullRequest,
  PullResponse,
  PushedMutation,
  PushOutcome,
  PushRequest,
  PushResponse,
} from './protocol';

/** A row of an answer that this version of Samtale cannot read: `table/id`, or nothing where not even that is known. */
export interface UnknownRow {
  space: SpaceId;
  row: string;
}
/** An answer with what can be read of it, and what was left out. */
export type WithUnknown<Answer> = Answer & { unknown?: UnknownRow[] };

/** What a source cannot do, with the code of the reason, for which the screens have a sentence. Data, so screens can read it (SUR-9). */
export type Capability = { can: true } | { can: false; why: string };

/**
 * Where conversations come from and go to: hub, local workspace, HubSpot (architecture.md, "Sources"). Each call either
 * answers, or throws `Unreachable` (try later), `SignedOut` (the session is over, the outbox stays) or `Incompatible`.
 */
export interface Source {
  capabilities: Record<string, Capability>;
  pull(request: PullRequest): Promise<WithUnknown<PullResponse>>;
  push(request: PushRequest): Promise<PushResponse>;
  bootstrap(request: BootstrapRequest): Promise<WithUnknown<BootstrapResponse>>;
  /** After a restore: which of these acts it still has (K12). */
  knownActs(request: KnownActsRequest): Promise<KnownActsResponse>;
  /** HTML of messages, by message id; a message without one, or hidden, is left out. */
  fetchBodies(messageIds: Id[]): Promise<Record<Id, string>>;
  /** Bytes of an attachment of a message one may see. */
  fetchFile(messageId: Id, hash: string): Promise<Blob>;
  /** Idempotent: a file the source has already is not sent again (K18). */
  uploadFile(hash: string, bytes: Blob): Promise<void>;
}

/** No answer, or one that is not the hub's (captive portal, 502): nothing is known to have happened. */
export class Unreachable extends Error {
  override name = 'Unreachable';
}
/** The session is over: sign in again. Nothing queued is touched. */
export class SignedOut extends Error {
  override name = 'SignedOut';
}
/** … because a super administrator deactivated the agent. */
export class Deactivated extends SignedOut {
  override name = 'Deactivated';
}
/** The source answered this very request with a fault of its own (400, 500): others may go through, this one does not (F22). */
export class Rejected extends Error {
  override name = 'Rejected';
  constructor(
    readonly status: number,
    /** The source's own name for why, where it gave one. */
    readonly code?: string,
  ) {
    super(`the source answered ${status}${code ? ` ${code}` : ''}`);
  }
}
/** Hub and extension do not speak a common version. */
export class Incompatible extends Error {
  override name = 'Incompatible';
  constructor(readonly older: 'hub' | 'extension') {
    super(`the ${older} is too old`);
  }
}

/** Time, from outside: the engine never reads a clock or sets a timer itself. */
export interface Clock {
  now(): number;
}

/** What the engine asks of a client's store. Every call is one IndexedDB transaction: it happened whole or not at all (I7). */
export interface ClientStore {
  identity(): Promise<{ clientId: Id; epoch: string | null }>;
  /** For each space held, the version seen all of; inbox spaces still in bootstrap included, from their first page on. */
  cursors(): Promise<Record<SpaceId, number>>;
  /** Unsettled mutations, oldest first. */
  pending(limit: number): Promise<PushedMutation[]>;
  /** Marks applied ones; moves refused ones to *Not applied* and rebases. Applied ones go when a pull confirms them. */
  settle(outcomes: PushOutcome[]): Promise<void>;
  /** `client-forked`: a new clientId, pending mutations numbered from 1, uuids kept (K11). */
  fork(): Promise<void>;
  /** Rebase: restore touched rows from `base`, apply the page with its cursors, drop confirmed mutations, replay the rest (K3). */
  applyPull(response: WithUnknown<PullResponse>): Promise<void>;
  /** The next bootstrap request, or null when every inbox is whole. */
  nextBootstrap(): Promise<Omit<BootstrapRequest, 'clientId'> | null>;
  applyBootstrap(request: Omit<BootstrapRequest, 'clientId'>, response: WithUnknown<BootstrapResponse>): Promise<void>;
  /** Acts confirmed in the last days: what a restored hub may have lost (K12). */
  confirmedActs(): Promise<Id[]>;
  /**
   * The hub was restored: forget cursors and server rows, keep everything pending under a new clientId, and offer its author what the hub
   * no longer has (K12, F19).
   */
  startEpoch(epoch: string, lost: readonly Id[]): Promise<void>;
  fileToUpload(hash: string): Promise<Blob | undefined>;
  /** What the status line shows. */
  noteSync(state: SyncPhase): Promise<void>;
}

export type SyncPhase = { phase: 'syncing' | 'idle' | 'offline' | 'signed-out' | 'hub-too-old' | 'extension-too-old' | 'disk-full'; at: number };
