import * as z from 'zod/mini';
import { botHoldsOpen } from '../conversation/bot-holds-open';
import { dueAtOf } from '../conversation/due-at';
import { opened } from '../conversation/opened';
import { withParticipants } from '../conversation/with-participants';
import { defineMutation } from '../core/define-mutation';
import { agentOf } from '../core/meta';
import { refuse } from '../core/refusal';
import { followedBy } from '../follow/followed-by';
import { Id } from '../model/ids';
import { mayTouchConversation } from '../permission/may-touch-conversation';
import { awake } from '../snooze/awake';
import { taggedWith } from '../tag/tagged-with';
import { followTrash } from '../ticket/follow-trash';
import { asThread } from './as-thread';
import { mergeTickets } from './merge-tickets';
import { mergedAway } from './merged-away';
import { moveMessages, threadOf } from './move-messages';
import { targetOf } from './target-of';

/**
 * "Merge": `sourceId` goes into `conversationId`, whose contact, owner and inbox stay (THR-17, D16). What either of them waits for is in front of the
 * team: it is open unless both were closed, and sleeps only where nothing awake came in. Who followed either follows it (THR-18), and it has
 * the tags of both (THR-16).
 */
export const mergeConversations = defineMutation({
  name: 'mergeConversations',
  args: z.object({ conversationId: Id, sourceId: Id, keepTicketId: z.nullable(Id) }),
  actor: 'agent',
  undoable: true,
  may: async (actor, { conversationId, sourceId }, tx) =>
    (await mayTouchConversation(actor, conversationId, tx)) ?? mayTouchConversation(actor, await targetOf(tx, sourceId), tx),
  async run(tx, { conversationId, sourceId, keepTicketId }, { at, by }) {
    const target = await tx.conversations.get(conversationId);
    const source = await tx.conversations.get(await targetOf(tx, sourceId));
    if (source.id === target.id) return refuse('already-merged');
    if (target.trashed || source.trashed) return refuse('in-trash');
    if (target.spam || source.spam) return refuse('in-spam');
    if (target.inboxId !== source.inboxId) return refuse('other-inbox');
    const held = botHoldsOpen(source, at);
    if (held) return held;
    const ticketId = await mergeTickets(tx, { target, source, keepTicketId, at, by: agentOf(by) });
    if (ticketId !== null && typeof ticketId !== 'string') return ticketId;

    await moveMessages(tx, await threadOf(tx, source.id), target.id);
    const waits = source.status === 'open';
    const row = asThread(waits ? opened(source.snoozed ? target : awake(target)) : target, await threadOf(tx, target.id));
    const owed = [target.dueAt, source.dueAt].filter((due) => due !== null);
    const merged = {
      ...taggedWith(followedBy(withParticipants(row, source.participants, new Set()), [...(target.followers ?? []), ...(source.followers ?? [])]), [
        ...(target.tags ?? []),
        ...(source.tags ?? []),
      ]),
      ticketId,
      deliveryProblem: target.deliveryProblem ?? source.deliveryProblem,
      dueAt: owed.length > 0 ? Math.min(...owed) : null,
    };
    tx.conversations.put({ ...merged, dueAt: dueAtOf(merged, await tx.inboxes.get(target.inboxId)) });
    tx.conversations.put(mergedAway(source, target.id));
    // The ticket that was not kept may have nothing left but what lies in trash.
    for (const id of [target.ticketId, source.ticketId])
      if (id !== null && (await tx.query('conversationsByTicket', { ticketId: id })).length > 0) await followTrash(tx, id, at);
  },
});
