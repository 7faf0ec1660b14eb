import { botHoldsOpen } from '../conversation/bot-holds-open';
import { closed } from '../conversation/closed';
import type { Refusal } from '../core/refusal';
import type { Tx } from '../core/tx';
import type { Id } from '../model/ids';
import type { Ticket } from '../model/ticket';
import { liveConversationsOf } from './live-conversations-of';

/** Closes an open ticket in a closed stage, and every live conversation of it: or none at all, when a bot still holds one open (TKT-4, D1, D2). */
export async function closeWithConversations(
  tx: Tx,
  ticket: Ticket,
  { stage, at, by }: { stage: string; at: number; by: Id | null },
): Promise<Refusal | undefined> {
  const open = (await liveConversationsOf(tx, ticket.id)).filter((conversation) => conversation.status === 'open');
  for (const conversation of open) {
    const held = botHoldsOpen(conversation, at);
    if (held) return held;
    tx.conversations.put(closed(conversation, at, by));
  }
  tx.tickets.put({ ...ticket, status: 'closed', stage, openStage: ticket.stage, closedAt: at, closedBy: by });
  return undefined;
}
