import * as z from 'zod/mini';
import { firstWayOut } from '../channel/first-way-out';
import { inUse } from '../channel/in-use';
import { defineMutation } from '../core/define-mutation';
import { refuse } from '../core/refusal';
import type { Tx } from '../core/tx';
import type { Conversation } from '../model/conversation';
import { Id, inboxSpace } from '../model/ids';
import { isMember } from '../permission/is-member';
import { mayTouchConversation } from '../permission/may-touch-conversation';
import { moveMessages } from './move-messages';

/**
 * "Move to another inbox" (THR-19), by a member of both. The whole thread goes, with its ticket, which never has two inboxes (D24): other conversations
 * on it go along if the agent agreed to each (`alongside`), else it is refused. Whoever owned one and is not in the other inbox owns it no more (D23).
 */
export const moveConversation = defineMutation({
  name: 'moveConversation',
  args: z.object({ conversationId: Id, inboxId: Id, alongside: z.array(Id).check(z.maxLength(50)) }),
  actor: 'agent',
  undoable: true,
  async may(actor, { conversationId, inboxId }, tx) {
    const refused = await mayTouchConversation(actor, conversationId, tx);
    if (refused) return refused;
    const inside = actor.kind === 'agent' && (await tx.inboxes.find(inboxId)) && (await isMember(tx, inboxSpace(inboxId), actor.agentId));
    return inside ? undefined : refuse('not-found');
  },
  async run(tx, { conversationId, inboxId, alongside }, { uuid }) {
    const conversation = await tx.conversations.get(conversationId);
    const { ticketId } = conversation;
    if (conversation.trashed) return refuse('in-trash');
    if (conversation.inboxId === inboxId) return refuse('moved');
    const users = ticketId === null ? [] : await tx.query('conversationsByTicket', { ticketId });
    const others = users.filter(({ id }) => id !== conversationId);
    if (others.some(({ id }) => !alongside.includes(id))) return refuse('ticket-has-others', { count: others.length });
    for (const one of [conversation, ...others]) await move(tx, one, { inboxId, key: uuid });
    const ticket = ticketId === null ? undefined : await tx.tickets.find(ticketId);
    if (!ticket) return undefined;
    const space = inboxSpace(inboxId);
    const [highest] = await tx.query('ticketsByNumber', { space, limit: 1 });
    // Its number stays unless the other inbox may have given it to one of its own.
    const number = (highest?.number ?? 0) < ticket.number ? ticket.number : (highest?.number ?? 0) + 1;
    tx.tickets.put({ ...ticket, space, inboxId, number, ownerId: await ownerIn(tx, ticket.ownerId, space) });
    return undefined;
  },
});

async function move(tx: Tx, conversation: Conversation, { inboxId, key }: { inboxId: Id; key: Id }): Promise<void> {
  const { id: conversationId, inboxId: from, messageCount } = conversation;
  await moveMessages(tx, { conversationId, from, to: inboxId, limit: messageCount + 1, key });
  const space = inboxSpace(inboxId);
  const ownerId = await ownerIn(tx, conversation.ownerId, space);
  const team = conversation.teamId === null ? undefined : await tx.teams.find(conversation.teamId);
  const channels = (await tx.query('channelsOfInbox', { space })).filter((channel) => channel.kind === conversation.channel && inUse(channel));
  tx.conversations.put({
    ...conversation,
    space,
    inboxId,
    // Of mail the way an answer leaves by; an inbox whose hub has given it no address yet has the channel alone.
    channelId: (firstWayOut(channels) ?? channels[0])?.id ?? null,
    ownerId,
    previousOwnerId: ownerId === null && conversation.ownerId !== null ? conversation.ownerId : conversation.previousOwnerId,
    teamId: team?.inboxIds.includes(inboxId) ? team.id : null,
  });
}

/** The owner, where they are a member. */
const ownerIn = async (tx: Tx, ownerId: Id | null, space: string) => (ownerId !== null && (await isMember(tx, space, ownerId)) ? ownerId : null);
