import * as z from 'zod/mini';
import { withMessage } from '../conversation/with-message';
import { defineMutation } from '../core/define-mutation';
import { refuse } from '../core/refusal';
import { discardOwnDraft } from '../draft/discard-own-draft';
import { Id } from '../model/ids';
import { Attachment, type Message } from '../model/message';
import { actingAgent } from '../permission/acting-agent';
import { isMember } from '../permission/is-member';
import { mayTouchConversation } from '../permission/may-touch-conversation';
import { commentHtml } from '../text/composed-html';
import { blankMessage } from './blank-message';
import { contentProblem } from './content-problem';

/** A word among colleagues: internal, never part of a mail (RPL-3). Who is named with `@` must be able to read it (D23). */
export const addComment = defineMutation({
  name: 'addComment',
  args: z.object({
    messageId: Id,
    conversationId: Id,
    text: z.string().check(z.maxLength(65_536)),
    html: z.string().check(z.maxLength(500_000)),
    mentions: z.array(Id).check(z.maxLength(50)),
    attachments: z.array(Attachment).check(z.maxLength(50)),
    draftId: z.nullable(Id),
  }),
  actor: 'agent',
  undoable: 'takeBackComment',
  may: (actor, { conversationId }, tx) => mayTouchConversation(actor, conversationId, tx),
  async run(tx, given, { at, by, claimedAt }) {
    const args = { ...given, html: commentHtml(given.html) };
    const conversation = await tx.conversations.get(args.conversationId);
    if (conversation.trashed) return refuse('in-trash');
    if (await tx.messages.find(args.messageId, conversation.id)) return refuse('already-sent');
    const problem = contentProblem(args);
    if (problem) return problem;
    for (const agentId of args.mentions) if (!(await isMember(tx, conversation.space, agentId))) return refuse('not-a-member', { agentId });

    const agent = await actingAgent(tx, by);
    const comment: Message = {
      ...blankMessage,
      id: args.messageId,
      space: conversation.space,
      conversationId: conversation.id,
      kind: 'comment',
      direction: 'internal',
      author: { kind: 'agent', agentId: agent.id },
      receivedAt: at,
      claimedAt,
      text: args.text,
      htmlSize: args.html.length,
      attachments: args.attachments,
      mentions: args.mentions,
    };
    tx.messages.put(comment);
    if (args.html) tx.bodies.put({ id: comment.id, conversationId: conversation.id, html: args.html });
    tx.conversations.put(withMessage(conversation, comment));
    await discardOwnDraft(tx, args.draftId, agent.id);
  },
});
