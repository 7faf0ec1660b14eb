import * as z from 'zod/mini';
import { defineMutation } from '../core/define-mutation';
import { refuse } from '../core/refusal';
import { Id, Millis } from '../model/ids';
import { actingAgent } from '../permission/acting-agent';
import { mayTouchConversation } from '../permission/may-touch-conversation';
import { awake } from './awake';

/**
 * "Snooze": out of what is in front of the team until a time, or until the contact writes; without a time only that brings it back (THR-15, D25).
 * Done offline for a time that has passed when the host hears of it, it is back at once.
 */
export const snoozeConversation = defineMutation({
  name: 'snoozeConversation',
  args: z.object({ conversationId: Id, until: z.nullable(Millis) }),
  actor: 'agent',
  undoable: true,
  may: (actor, { conversationId }, tx) => mayTouchConversation(actor, conversationId, tx),
  async run(tx, { conversationId, until }, { at, claimedAt, by }) {
    const conversation = await tx.conversations.get(conversationId);
    if (conversation.trashed) return refuse('in-trash');
    if (conversation.spam) return refuse('in-spam');
    if (conversation.status === 'closed') return refuse('closed-not-snoozed');
    const isOver = until !== null && until <= at;
    if (isOver && until <= (claimedAt ?? at)) return refuse('time-passed');
    const { id } = await actingAgent(tx, by);
    tx.conversations.put({ ...awake(conversation), ...(isOver ? { backAt: at } : { snoozed: { until, by: id } }) });
  },
});
