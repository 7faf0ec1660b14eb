import { sameJson } from '../core/same-json';
import type { Conversation } from '../model/conversation';
import type { Inbox } from '../model/inbox';
import type { Message } from '../model/message';
import { needsAnswer } from '../view/views-of';
import { dueAtOf } from './due-at';
import { commentPreviewOf, isAnswer } from './with-message';
import { withPreviewOf } from './with-preview-of';

type Fields = Record<string, unknown>;

interface Without {
  /** The fields the act that wrote it changed, as they were and as it left them. */
  before: Fields;
  after: Fields;
  /** What is left of the thread, newest first; `whole` when nothing older is left out. */
  thread: { newest: readonly Message[]; whole: boolean };
  inbox: Pick<Inbox, 'answerWithinMinutes'>;
}

/**
 * The conversation once a message is taken back, the counterpart of `withMessage`: counts by what it added, every other field as it was before if
 * nothing has touched it since. What came meanwhile stays.
 */
export function withoutMessage(row: Conversation, message: Message, { before, after, thread, inbox }: Without): Conversation {
  const untouched = Object.entries(before).filter(([field]) => sameJson((row as Fields)[field], after[field]));
  const restored = {
    ...row,
    ...(Object.fromEntries(untouched) as Partial<Conversation>),
    // Never below none: a device that fetched a thread may have it newer than its row, which does not count the message yet.
    messageCount: Math.max(0, row.messageCount - 1),
    attachmentCount: Math.max(0, row.attachmentCount - message.attachments.filter((attachment) => !attachment.inline).length),
  } as Conversation;
  const standing = standingIn(restored, thread);
  const owed = [row.dueAt, typeof before.dueAt === 'number' ? before.dueAt : null].filter((at) => at !== null);
  const waits = needsAnswer({ ...standing, trashed: null });
  if (!waits) return { ...standing, dueAt: null };
  // A reply that had answered before this one was taken back first: what is owed is known by the word that waits.
  return { ...standing, dueAt: owed.length > 0 ? Math.min(...owed) : standing === restored ? null : dueAtOf(standing, inbox) };
}

/** What it was written over may itself have been taken back meanwhile: then the thread says what stands newest in it. */
function standingIn(row: Conversation, { newest, whole }: Without['thread']): Conversation {
  const oldest = whole ? Number.NEGATIVE_INFINITY : (newest.at(-1)?.receivedAt ?? Number.POSITIVE_INFINITY);
  const isThere = (at: number | undefined | null, kind: (message: Message) => boolean) =>
    at === undefined || at === null || at < oldest || newest.some((message) => kind(message) && message.receivedAt === at);
  let next = row;
  const comment = (message: Message) => message.kind === 'comment' && !message.hidden;
  if (!isThere(row.commentPreview?.at, comment)) {
    const last = newest.find(comment);
    next = { ...next, commentPreview: last ? commentPreviewOf(last) : null };
  }
  if (isThere(row.lastOutboundAt, isAnswer)) return next;
  const words = newest.filter(({ kind }) => kind !== 'comment' && kind !== 'event');
  const [last] = words;
  return withPreviewOf({ ...next, lastOutboundAt: words.find(isAnswer)?.receivedAt ?? null }, last);
}
