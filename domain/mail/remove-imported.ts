import * as z from 'zod/mini';
import { withMessage } from '../conversation/with-message';
import { defineMutation } from '../core/define-mutation';
import { refuse } from '../core/refusal';
import type { Tx } from '../core/tx';
import type { Conversation } from '../model/conversation';
import { agentSpace, Id } from '../model/ids';
import type { Message } from '../model/message';

/** How much of a thread one act reads. */
const most = 10_000;

/**
 * Takes mails of an import out of a thread again, as if they had never been read in; a thread they were all of goes with them, and what they were
 * known by, so that they may come again (X8). A thread somebody has worked in since, with words of their own or a ticket, stays as it is.
 */
export const removeImported = defineMutation({
  name: 'removeImported',
  args: z.object({ conversationId: Id, messageIds: z.array(Id).check(z.minLength(1), z.maxLength(most)) }),
  actor: 'system',
  async may(actor, { conversationId }, tx) {
    const conversation = await tx.conversations.find(conversationId);
    const inbox = conversation && (await tx.inboxes.find(conversation.inboxId));
    return actor.kind === 'system' && inbox?.workspaceId === actor.workspaceId ? undefined : refuse('not-found');
  },
  async run(tx, { conversationId, messageIds }) {
    const conversation = await tx.conversations.get(conversationId);
    const thread = await tx.query('newestMessages', { conversationId, limit: most });
    const going = new Set(messageIds);
    const mails = thread.filter((message) => message.kind === 'email' && going.has(message.id) && !isOurs(message));
    const rest = thread.filter((message) => !mails.includes(message));
    if (mails.length === 0 || conversation.ticketId !== null || rest.some(isOurs) || (await isBeingAnswered(tx, conversation))) return;
    const words = rest.filter(({ kind }) => kind !== 'event');
    for (const { id, hidden } of words.length > 0 ? mails : thread) {
      tx.messages.delete(id, conversationId);
      tx.bodies.delete(id);
      tx.mailIds.delete(id);
      if (hidden) tx.hiddenMessages.delete(id);
    }
    if (words.length > 0) return tx.conversations.put(rebuilt(conversation, rest));
    for (const { id } of await tx.query('readMarksOfConversation', { conversationId })) tx.readMarks.delete(id);
    tx.conversations.delete(conversationId);
  },
});

/** Words of an agent, which nobody else can bring again. */
const isOurs = ({ kind, direction, author }: Message) => kind === 'comment' || (direction === 'out' && author.kind === 'agent');

/** Somebody's words are on their way into it. */
async function isBeingAnswered(tx: Tx, { id, space }: Conversation): Promise<boolean> {
  for (const { agentId } of await tx.query('membersOfInbox', { space })) {
    if ((await tx.query('draftsOfConversation', { conversationId: id, space: agentSpace(agentId) })).length > 0) return true;
  }
  return false;
}

/** Counts, times and previews as what is left (newest first) says them; whose it is and where it stands stay as people left them. */
function rebuilt({ previewHidden: _, ...conversation }: Conversation, rest: readonly Message[]): Conversation {
  const bare = {
    ...conversation,
    messageCount: 0,
    attachmentCount: 0,
    preview: '',
    commentPreview: null,
    firstInboundAt: null,
    lastInboundAt: null,
    lastOutboundAt: null,
  };
  return rest.reduceRight<Conversation>((row, message) => withMessage(row, message), bare);
}
