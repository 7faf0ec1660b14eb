import type { Id } from '../../domain/model/ids';

/** Why a move waits or ended. The screens have a sentence for each (`moveProblem_<code>`). */
export type MoveProblem =
  | 'offline'
  | 'signed-out'
  | 'no-connection'
  | 'incompatible'
  | 'not-allowed'
  | 'no-inbox'
  | 'no-channel'
  | 'disk-full'
  | 'refused'
  | 'fault';

/** One thing that is not there as it is here, in words the screens have (`moveDiffers_<kind>`). */
export interface MoveDifference {
  kind:
    | 'mail-missing'
    | 'mail-stuck'
    | 'left-out'
    | 'no-original'
    | 'comment-missing'
    | 'draft-missing'
    | 'ticket-missing'
    | 'ticket'
    | 'stage'
    | 'snooze'
    | 'unread'
    | 'followed'
    | 'tags'
    | 'sender-rule'
    | 'known-there'
    | 'state'
    | 'owner'
    | 'joined'
    | 'apart';
  /** Of the conversation here; of a rule, the sender's address or domain. */
  subject: string;
  /** How many of it. */
  count: number;
}

/** How many of what lie here and, as far as they came from here, there. */
export type MoveCounts = Record<'mails' | 'comments' | 'drafts' | 'tickets' | 'open' | 'closed' | 'spam' | 'trash', { here: number; there: number }>;

export interface MoveResult {
  counts: MoveCounts;
  /** Of the mails there, those the inbox had already (X8), and those nobody can read. */
  known: number;
  unreadable: number;
  differences: MoveDifference[];
  /** Further ones, which are not listed. */
  more: number;
  /** Every mail, comment, draft and ticket is there: deleting what is here loses nothing. */
  whole: boolean;
}

/** Where the move of a workspace of this computer stands, in that workspace's own database: what a closed page goes on from. */
export interface MoveRow {
  key: 'move';
  /** The connection to the hub, and the inbox there; their names are kept for when either is gone. */
  to: string;
  inboxId: Id;
  hubName: string;
  inboxName: string;
  /** `choosing`: an inbox is chosen anew; what is known of those before is kept for when it is one of them. */
  state: 'running' | 'waiting' | 'stopping' | 'stopped' | 'failed' | 'choosing' | 'done';
  problem: MoveProblem | null;
  step: 'mails' | 'reading' | 'threads' | 'checking';
  mails: { total: number; sent: number; read: number };
  threads: { total: number; done: number };
  /** Acts of this workspace up to this version were moved into this inbox by runs before, by whatever connection. */
  upTo: number;
  /** `upTo` of every inbox chosen before; a row of an earlier version has none. */
  upToOf?: Readonly<Record<Id, number>>;
  /** Of every inbox, up to which version a run that was not through may have moved acts there; a row of an earlier version has none. */
  begunOf?: Readonly<Record<Id, number>>;
  /** That version of this inbox, by the run of another account: what it did, its outbox may have taken with it. */
  perhapsUpTo?: number;
  /** What this run moves: acts up to here, of conversations beyond `cursor`. */
  goal: number;
  cursor: Id | null;
  result: MoveResult | null;
  /** ms, when this run began. */
  at: number;
}

/** Up to which version each inbox may have acts of a run that was not through, this row's own with it. */
export function perhapsMoved({ state, step, cursor, inboxId, goal, begunOf }: MoveRow): Readonly<Record<Id, number>> {
  const begun = state !== 'done' && (cursor !== null || step === 'threads' || step === 'checking');
  return { ...begunOf, ...(begun && { [inboxId]: goal }) };
}

/**
 * What of a move is true wherever the workspace lies: which inbox has its acts up to where, and may have some up to where. How far a run came is worth no
 * more than the account it ran with.
 */
export const movedOf = (row: MoveRow) => {
  const { inboxId, hubName, inboxName, upTo, upToOf } = row;
  return { inboxId, hubName, inboxName, upTo, ...(upToOf && { upToOf }), begunOf: perhapsMoved(row) };
};

/** The same where the workspace was taken back from an archive: an inbox is chosen again, and what it has is known. */
export const moveChosenAnew = (moved: Pick<MoveRow, 'inboxId' | 'hubName' | 'inboxName' | 'upTo' | 'upToOf' | 'begunOf'>): MoveRow => ({
  key: 'move',
  to: '',
  ...moved,
  state: 'choosing',
  problem: null,
  step: 'mails',
  mails: { total: 0, sent: 0, read: 0 },
  threads: { total: 0, done: 0 },
  goal: moved.upTo,
  cursor: null,
  result: null,
  at: 0,
});
