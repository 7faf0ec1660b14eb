import { dueAtOf } from '../conversation/due-at';
import { opened } from '../conversation/opened';
import { ownedHere } from '../conversation/owned-here';
import type { Tx } from '../core/tx';
import type { Ticket } from '../model/ticket';
import { liveConversationsOf } from './live-conversations-of';
import { openedTicket } from './opened-ticket';

/** Reopens a closed ticket; its conversation too if it is the only live one and not spam, none if there are several (TKT-5, D3). */
export async function reopenWithConversation(tx: Tx, ticket: Ticket, stage?: string): Promise<void> {
  const inbox = await tx.inboxes.get(ticket.inboxId);
  tx.tickets.put(openedTicket(ticket, inbox, stage));

  const [only, ...others] = await liveConversationsOf(tx, ticket.id);
  if (!only || others.length > 0 || only.spam || only.status === 'open') return;
  const open = await ownedHere(tx, opened(only));
  tx.conversations.put({ ...open, dueAt: dueAtOf(open, inbox) });
}
