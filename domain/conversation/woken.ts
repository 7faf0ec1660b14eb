import type { Tx } from '../core/tx';
import type { Channel } from '../model/channel';
import type { Conversation } from '../model/conversation';
import type { ThreadEvent } from '../model/message';
import { awake } from '../snooze/awake';
import { openedTicket } from '../ticket/opened-ticket';
import { opened } from './opened';
import { ownedHere } from './owned-here';

/**
 * What a customer's word does to the conversation it comes into: back from trash with its ticket (D12) and from snooze (D25), open again (D4). Its closed ticket stays
 * closed, with a line that says so, unless the channel reopens tickets too; the ticket's other conversations are left alone. One line tells what
 * happened. A conversation in Spam sleeps on (D13).
 */
export async function woken(
  tx: Tx,
  conversation: Conversation,
  by: { channel: Channel; name: string },
): Promise<{ conversation: Conversation; event: ThreadEvent | null }> {
  const { trashed } = conversation;
  if (conversation.spam) return { conversation, event: null };
  const awoken = { ...opened(awake(conversation)), trashed: null };
  if (!trashed && conversation.status === 'open') return { conversation: awoken, event: null };
  const open = await ownedHere(tx, awoken);
  const ticket = conversation.ticketId === null ? undefined : await tx.tickets.find(conversation.ticketId);
  const reopensTicket = ticket?.status === 'closed' && by.channel.reopenTicketOnAnswer;
  if (ticket) tx.tickets.put({ ...(reopensTicket ? openedTicket(ticket, await tx.inboxes.get(ticket.inboxId)) : ticket), trashedAt: null });

  if (trashed) return { conversation: open, event: { code: 'restored-by-answer', name: by.name } };
  if (ticket?.status === 'closed' && !reopensTicket) return { conversation: open, event: { code: 'ticket-still-closed', name: ticket.name } };
  return { conversation: open, event: { code: 'reopened-by-answer', name: by.name } };
}
