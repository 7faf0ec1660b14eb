import { withMessage } from '../conversation/with-message';
import type { BufferedTx } from '../core/buffered-tx';
import type { Actor, Meta } from '../core/meta';
import type { Tx, Write } from '../core/tx';
import { eventLine } from '../message/event-line';
import { type Id, idOfSpace } from '../model/ids';
import type { ThreadEvent } from '../model/message';
import { tagOf } from '../tag/tags-of';
import { liveConversationsOf } from '../ticket/live-conversations-of';
import { allStages } from '../ticket/stages';
import { lineId } from './line-id';
import { type TicketNews, whatHappened } from './what-happened';

/**
 * Writes who did what, and when, into the threads an act changed (THR-20). Asked once for every act, so that no rule has to remember it. What the host
 * does by itself says why in lines of its own; of that only a snooze that is over is told here.
 */
export async function leaveLines(buffer: BufferedTx, { at, claimedAt, uuid, by, again }: Meta): Promise<void> {
  const { tx } = buffer;
  const writes = await buffer.writes();
  const told = whatHappened(writes, by.kind === 'agent' ? await ticketNews(tx, writes) : []);
  for (const [conversationId, event] of told) {
    if (by.kind === 'system' && event.code !== 'snooze-over') continue;
    const conversation = await tx.conversations.get(conversationId);
    const named = { ...event, ...(event.code === 'ticket-joined' && (await ticketOn(tx, conversation.ticketId))), ...(await tagIn(tx, event, by)) };
    const id = lineId(uuid, conversationId);
    // It counts once.
    if (again && (await tx.messages.find(id, conversationId))) continue;
    const line = eventLine(conversation, { id, at, event: named });
    // For a row of thousands a look into each thread would be felt (K20).
    buffer.add('messages', by.kind === 'agent' ? { ...line, author: by, claimedAt } : line);
    tx.conversations.put(withMessage(conversation, line));
  }
}

/** A tag is called in the line what it was called then. */
const tagIn = async (tx: Tx, { tagId }: ThreadEvent, by: Actor) => {
  if (tagId === undefined || by.kind !== 'agent') return {};
  const { space } = await tx.agents.get(by.agentId);
  return { name: tagOf(await tx.workspaces.get(idOfSpace(space)), tagId)?.name ?? '' };
};

const ticketOn = async (tx: Tx, ticketId: Id | null) => {
  const ticket = ticketId === null ? undefined : await tx.tickets.find(ticketId);
  return ticket ? { name: ticket.name, number: ticket.number } : {};
};

async function ticketNews(tx: Tx, writes: readonly Write[]): Promise<TicketNews[]> {
  const news: TicketNews[] = [];
  for (const { table, before, after } of writes) {
    if (table !== 'tickets' || !before || !after || (before.status === after.status && before.stage === after.stage)) continue;
    // Another inbox has stages of its own, and what it is called there is no act of anybody's.
    if (before.inboxId !== after.inboxId) continue;
    const live = await liveConversationsOf(tx, after.id);
    const inbox = await tx.inboxes.get(after.inboxId);
    const stageName = allStages(inbox).find(({ id }) => id === after.stage)?.name ?? null;
    news.push({ before, after, conversationIds: live.map(({ id }) => id), stageName });
  }
  return news;
}
