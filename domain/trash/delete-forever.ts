import * as z from 'zod/mini';
import { defineMutation } from '../core/define-mutation';
import { type Refusal, refuse } from '../core/refusal';
import type { Tx } from '../core/tx';
import { guardAgainst } from '../mail/purged-mails';
import { agentSpace, Id } from '../model/ids';
import { mayTouchConversation } from '../permission/may-touch-conversation';
import { keptInTrash } from './kept-in-trash';

/** How much of a thread is read at once. */
const some = 500;

/**
 * "Delete forever", and what becomes of a conversation by itself after 30 days in trash (VIEW-10, D5): it goes with all its messages, and with its
 * ticket unless another conversation is on that (D6). What is left is that its mails never come again (K13). Nobody can take it back.
 */
export const deleteForever = defineMutation({
  name: 'deleteForever',
  args: z.object({ conversationId: Id }),
  actor: 'any',
  async may(actor, { conversationId }, tx) {
    const refused = await mayTouchConversation(actor, conversationId, tx);
    if (refused || actor.kind === 'agent') return refused;
    const { inboxId } = await tx.conversations.get(conversationId);
    return (await tx.inboxes.find(inboxId))?.workspaceId === actor.workspaceId ? undefined : refuse('not-found');
  },
  async run(tx, { conversationId }, { at, by, uuid }) {
    const { trashed, ticketId, inboxId } = await tx.conversations.get(conversationId);
    if (!trashed) return refuse('not-in-trash');
    if (by.kind === 'system' && at - trashed.at < keptInTrash) return refuse('not-due');
    const refused = await takeMessages(tx, { conversationId, inboxId, key: uuid });
    if (refused) return refused;

    if (by.kind === 'agent')
      for (const { id } of await tx.query('draftsOfConversation', { conversationId, space: agentSpace(by.agentId) })) tx.drafts.delete(id);
    for (const { id } of await tx.query('readMarksOfConversation', { conversationId })) tx.readMarks.delete(id);
    tx.conversations.delete(conversationId);
    // By its id colleagues who were offline are told (D27).
    tx.purgedMails.put({ id: conversationId, inboxId });
    if (ticketId !== null && (await tx.query('conversationsByTicket', { ticketId })).length === 0) tx.tickets.delete(ticketId);
  },
});

/** Its messages, what they look like and what they are known by. One that is being sent holds the thread: how that ends has to be written somewhere. */
async function takeMessages(tx: Tx, { conversationId, inboxId, key }: { conversationId: Id; inboxId: Id; key: Id }): Promise<Refusal | undefined> {
  for (;;) {
    const messages = await tx.query('newestMessages', { conversationId, limit: some });
    if (messages.some(({ delivery }) => delivery?.state === 'queued' || delivery?.state === 'sending')) return refuse('mail-on-its-way');
    const known = await Promise.all(messages.map(({ id }) => tx.mailIds.find(id)));
    await guardAgainst(tx, inboxId, { rfcMessageIds: known.flatMap((mail) => mail?.rfcMessageId ?? []), key });
    for (const { id, hidden } of messages) {
      tx.messages.delete(id, conversationId);
      tx.bodies.delete(id);
      tx.mailIds.delete(id);
      if (hidden) tx.hiddenMessages.delete(id);
    }
    if (messages.length < some) return undefined;
  }
}
