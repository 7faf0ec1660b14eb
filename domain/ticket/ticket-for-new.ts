import { withMessage } from '../conversation/with-message';
import { siblingId } from '../core/sibling-id';
import type { Tx } from '../core/tx';
import { eventLine } from '../message/event-line';
import type { Into } from '../message/into';
import type { Conversation } from '../model/conversation';
import { ownerProblem } from '../permission/owner-problem';
import { makeTicket } from './make-ticket';
import { stageOf } from './stages';
import { reachedTicketLimit } from './ticket-limit';

/**
 * The ticket a new conversation gets by itself where its channel treats them as tickets (CHN-12), with the channel's properties (TKT-8); after it was
 * given to somebody, so that the ticket is theirs too (D7). Where the contact has as many as one may have none is made, and a line says so. None in Spam: it is made on "Not spam", once (D13). Its id is the act's own.
 */
export async function ticketForNew(tx: Tx, conversation: Conversation, { channel, inbox, act }: Into): Promise<Conversation> {
  const { tickets } = channel;
  const { spam, trashed, ticketId, startedBy, subject, contactName } = conversation;
  if (!tickets?.on || spam || trashed || ticketId !== null || startedBy === 'us') return conversation;
  const limit = await reachedTicketLimit(tx, inbox.workspaceId, conversation.contactId);
  if (limit !== undefined) {
    const event = { code: 'no-ticket-at-limit' as const, name: contactName, limit };
    const line = eventLine(conversation, { id: siblingId(act.uuid), at: act.at, event });
    tx.messages.put(line);
    return withMessage(conversation, line);
  }
  const name = (subject.trim() || contactName.trim() || channel.name).slice(0, 500);
  const ownerId =
    tickets.owner === 'nobody'
      ? null
      : tickets.owner === 'conversation' || (await ownerProblem(tx, conversation.space, tickets.owner))
        ? conversation.ownerId
        : tickets.owner;
  const { id: stage } = stageOf({ stage: tickets.stage, status: 'open' }, inbox);
  return makeTicket(
    tx,
    { conversation, inbox },
    { ticketId: act.uuid, at: act.at, stage, properties: { name, ownerId, priority: tickets.priority } },
  );
}
