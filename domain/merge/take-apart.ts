import { dueAtOf } from '../conversation/due-at';
import { type Refusal, refuse } from '../core/refusal';
import { sameJson } from '../core/same-json';
import type { Tx } from '../core/tx';
import { followedBy } from '../follow/followed-by';
import { followersPutBack } from '../follow/followers-put-back';
import { type Address, foldAddress } from '../model/address';
import type { Conversation } from '../model/conversation';
import type { Id } from '../model/ids';
import type { Message } from '../model/message';
import type { UndoEntry } from '../model/undo-entry';
import { asThread } from './as-thread';
import { mergedAway } from './merged-away';
import { moveMessages, threadOf } from './move-messages';

type Change = UndoEntry['changes'][number];
type Fields = Record<string, unknown>;

/** What on a row follows from its messages, and changes with each that comes. */
const ofThread: readonly string[] = [
  ...['preview', 'previewHidden', 'commentPreview', 'firstInboundAt', 'lastInboundAt', 'lastOutboundAt', 'messageCount', 'attachmentCount'],
  ...['participants', 'dueAt'],
];

/**
 * Undoes where an act put messages: each goes back to the conversation it was in, what came since stays where it came (THR-17). Not once one of them has
 * gone elsewhere, or what else the act changed was changed again. A conversation a split had made leads to the first from then on.
 */
export async function takeApart(tx: Tx, moved: NonNullable<UndoEntry['moved']>, changes: readonly Change[]): Promise<Refusal | undefined> {
  const messages: Message[] = [];
  const home = await tx.conversations.find(moved.from);
  for (const id of moved.messageIds) {
    const message = await tx.messages.find(id, moved.to);
    // Into another thread, or with it into another inbox.
    if (message?.conversationId !== moved.to || message.space !== home?.space) return refuse('not-apart');
    messages.push(message);
  }
  await moveMessages(tx, messages, moved.from);
  const together = (await tx.conversations.find(moved.to))?.followers ?? [];
  const made = changes.find(({ id, before }) => id === moved.to && !before);
  const came = made ? together.filter((id) => !((made.after as Fields).followers as Id[] | undefined)?.includes(id)) : [];
  for (const change of changes) {
    if (change.table !== 'conversations') continue;
    const row = await tx.conversations.find(change.id);
    const back = row && (await backOf(tx, row, change, moved));
    if (!back || isElsewhere(back, moved)) return refuse('not-apart');
    tx.conversations.put(back);
  }
  // Who left what it had gone into left this as well; who came to what was split off comes here.
  const first = await tx.conversations.get(moved.from);
  const { followers = [] } = first;
  tx.conversations.put(followedBy(first, made ? [...followers, ...came] : followers.filter((id) => together.includes(id))));
  return undefined;
}

/** A mail of the other conversation that failed meanwhile. */
const isElsewhere = ({ id, deliveryProblem }: Conversation, { from, messageIds }: NonNullable<UndoEntry['moved']>) =>
  id !== from && messageIds.includes(deliveryProblem?.messageId ?? '');

async function backOf(
  tx: Tx,
  row: Conversation,
  { before, after }: Change,
  { from }: NonNullable<UndoEntry['moved']>,
): Promise<Conversation | undefined> {
  if (!before) return sameJson(followedBy(row, []), followedBy(after ?? {}, [])) ? mergedAway(row, from) : undefined;
  const left: Fields = after ?? {};
  // It has gone into another since, itself.
  if (row.mergedInto !== left.mergedInto) return undefined;
  const now: Fields = { ...row };
  const fields = [...new Set([...Object.keys(before), ...Object.keys(left)])];
  const since = fields.filter((field) => !sameJson(now[field], left[field]));
  if (since.some((field) => field !== 'followers' && !ofThread.includes(field))) return undefined;
  const kept = Object.entries(now).filter(([field]) => !fields.includes(field));
  const followers = since.includes('followers') ? (followersPutBack(row, { before, after: left }) ?? row.followers ?? []) : undefined;
  const was = { ...Object.fromEntries(kept), ...before } as Conversation;
  const back = followers ? followedBy(was, followers) : was;
  if (since.length === 0) return back;
  const met = row.participants.filter(
    ({ address }) => !((left.participants as Address[]) ?? row.participants).some((one) => foldAddress(one.address) === address),
  );
  const whole = asThread({ ...back, participants: [...back.participants, ...met] }, await threadOf(tx, row.id));
  return { ...whole, dueAt: dueAtOf(whole, await tx.inboxes.get(row.inboxId)) };
}
