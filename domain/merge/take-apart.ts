import { dueAtOf } from '../conversation/due-at';
import { type Refusal, refuse } from '../core/refusal';
import { sameJson } from '../core/same-json';
import type { Tx } from '../core/tx';
import { type Address, foldAddress } from '../model/address';
import type { Conversation } from '../model/conversation';
import type { Message } from '../model/message';
import type { UndoEntry } from '../model/undo-entry';
import { entriesOf, entriesPutBack, ofEntries, withEntries } from '../undo/entries-put-back';
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
  const together = await tx.conversations.find(moved.to);
  const made = changes.find(({ id, before }) => id === moved.to && !before);
  for (const change of changes) {
    if (change.table !== 'conversations') continue;
    const row = await tx.conversations.find(change.id);
    const back = row && (await backOf(tx, row, change, moved));
    if (!back || isElsewhere(back, moved)) return refuse('not-apart');
    tx.conversations.put(back);
  }
  // What left the one it had gone into has left this as well; what came to the part that was split off comes here.
  let first = await tx.conversations.get(moved.from);
  for (const field of ofEntries) {
    const [here, there] = [entriesOf(first, field), entriesOf(together ?? {}, field)];
    const came = there.filter((id) => !entriesOf(made?.after ?? {}, field).includes(id));
    first = withEntries(first, field, made ? [...here, ...came] : here.filter((id) => there.includes(id)));
  }
  tx.conversations.put(first);
  return undefined;
}

const withoutEntries = (row: Fields): Fields => ofEntries.reduce((rest, field) => withEntries(rest, field, []), row);

/** A mail of the other conversation that failed meanwhile. */
const isElsewhere = ({ id, deliveryProblem }: Conversation, { from, messageIds }: NonNullable<UndoEntry['moved']>) =>
  id !== from && messageIds.includes(deliveryProblem?.messageId ?? '');

async function backOf(
  tx: Tx,
  row: Conversation,
  { before, after }: Change,
  { from }: NonNullable<UndoEntry['moved']>,
): Promise<Conversation | undefined> {
  if (!before) return sameJson(withoutEntries(row), withoutEntries(after ?? {})) ? mergedAway(row, from) : undefined;
  const left: Fields = after ?? {};
  // It has gone into another since, itself.
  if (row.mergedInto !== left.mergedInto) return undefined;
  const now: Fields = { ...row };
  const fields = [...new Set([...Object.keys(before), ...Object.keys(left)])];
  const since = fields.filter((field) => !sameJson(now[field], left[field]));
  if (since.some((field) => !(ofEntries as readonly string[]).includes(field) && !ofThread.includes(field))) return undefined;
  const kept = Object.entries(now).filter(([field]) => !fields.includes(field));
  let back = { ...Object.fromEntries(kept), ...before } as Conversation;
  for (const field of ofEntries)
    if (since.includes(field)) back = withEntries(back, field, entriesPutBack(field, row, { before, after: left }) ?? entriesOf(row, field));
  if (since.length === 0) return back;
  const met = row.participants.filter(
    ({ address }) => !((left.participants as Address[]) ?? row.participants).some((one) => foldAddress(one.address) === address),
  );
  const whole = asThread({ ...back, participants: [...back.participants, ...met] }, await threadOf(tx, row.id));
  return { ...whole, dueAt: dueAtOf(whole, await tx.inboxes.get(row.inboxId)) };
}
