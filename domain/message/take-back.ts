import * as z from 'zod/mini';
import { withoutMessage } from '../conversation/without-message';
import type { Actor } from '../core/meta';
import { type Refusal, refuse } from '../core/refusal';
import type { Tx } from '../core/tx';
import { targetOf } from '../merge/target-of';
import { DraftContent } from '../model/draft';
import { agentSpace, Id } from '../model/ids';
import type { Message } from '../model/message';
import type { UndoEntry } from '../model/undo-entry';
import { mayTouchConversation } from '../permission/may-touch-conversation';

/** What taking a message back needs to know: the act that wrote it, and its words as they stood in the composer, which become a draft again. */
export const TakeBack = z.object({ actId: Id, conversationId: Id, draft: z.nullable(z.object({ id: Id, content: DraftContent })) });
export type TakeBack = z.infer<typeof TakeBack>;

/** Only one's own act, while it is remembered, and only where one is still a member. */
export async function mayTakeBack(actor: Actor, { actId, conversationId, draft }: TakeBack, tx: Tx, acts: readonly string[]) {
  const entry = await tx.undoEntries.find(actId);
  if (actor.kind !== 'agent' || entry?.space !== agentSpace(actor.agentId) || !acts.includes(entry.act)) return refuse('nothing-to-undo');
  if (!entry.wrote || (await targetOf(tx, entry.wrote.conversationId)) !== conversationId) return refuse('nothing-to-undo');
  const known = draft && (await tx.drafts.find(draft.id));
  if (known && known.space !== entry.space) return refuse('not-found');
  return mayTouchConversation(actor, conversationId, tx);
}

/** The message of this act, as it stands now; one that was split off lies in another thread, and stays there. */
export async function messageToTakeBack(tx: Tx, { actId, conversationId }: TakeBack): Promise<{ entry: UndoEntry; message: Message } | Refusal> {
  const entry = await tx.undoEntries.get(actId);
  const message = entry.wrote && (await tx.messages.find(entry.wrote.messageId, conversationId));
  return message?.conversationId === conversationId ? { entry, message } : refuse('nothing-to-undo');
}

/** How much of a thread tells what stands newest in it. */
const enough = 100;

/** Takes the message out of its thread: the row is as if it had never been written, and its words are a draft again (RPL-8). */
export async function takeBack(
  tx: Tx,
  { conversationId, draft }: TakeBack,
  { entry, message, at }: { entry: UndoEntry; message: Message; at: number },
) {
  tx.messages.delete(message.id, conversationId);
  tx.bodies.delete(message.id);
  if (message.hidden) tx.hiddenMessages.delete(message.id);
  const conversation = await tx.conversations.get(conversationId);
  const rest = await tx.query('newestMessages', { conversationId, limit: enough });
  const changed = entry.changes.find(({ table, id }) => table === 'conversations' && id === conversationId);
  const inbox = await tx.inboxes.get(conversation.inboxId);
  const thread = { newest: rest, whole: rest.length < enough };
  tx.conversations.put(withoutMessage(conversation, message, { before: changed?.before ?? {}, after: changed?.after ?? {}, thread, inbox }));
  if (draft) {
    const known = await tx.drafts.find(draft.id);
    tx.drafts.put({ id: draft.id, space: entry.space, conversationId, revision: (known?.revision ?? 0) + 1, updatedAt: at, content: draft.content });
  }
  tx.undoEntries.delete(entry.id);
}
