import { sameJson } from '../core/same-json';
import type { Write } from '../core/tx';
import type { Conversation } from '../model/conversation';
import type { Id } from '../model/ids';
import type { ThreadEvent } from '../model/message';
import type { Ticket } from '../model/ticket';

/** A ticket an act may have put into another stage, in which conversations that is told, and what its stage is called. */
export interface TicketNews {
  before: Ticket;
  after: Ticket;
  conversationIds: readonly Id[];
  stageName: string | null;
}

/**
 * What an act is said to have done to each conversation (THR-20): one line each, the act itself and not what followed from it. An act that only the
 * thread's own messages show, or one's own way of looking at it, says nothing: a reply, a comment, a hidden message, a mark of what was read.
 */
export function whatHappened(writes: readonly Write[], tickets: readonly TicketNews[]): Map<Id, ThreadEvent> {
  const told = movedMessages(writes);
  for (const { table, before, after } of writes)
    if (table === 'messages' && !before && after?.logged) told.set(after.conversationId, { code: 'logged', name: '' });
  for (const { before, after, conversationIds, stageName } of tickets) {
    if (before.stage === after.stage && before.status === after.status) continue;
    const event = { code: 'ticket-stage' as const, name: after.name, number: after.number, stage: { id: after.stage, name: stageName } };
    for (const id of conversationIds) if (!told.has(id)) told.set(id, event);
  }
  for (const write of writes) {
    if (write.table !== 'conversations' || !write.before || !write.after || told.has(write.id)) continue;
    const event = eventOf(write.before, write.after, writes);
    if (event) told.set(write.id, event);
  }
  return told;
}

/** Merging and splitting are known by the messages that went from one thread into another (THR-17). */
function movedMessages(writes: readonly Write[]): Map<Id, ThreadEvent> {
  const told = new Map<Id, ThreadEvent>();
  const moved = writes.find(
    (write) => write.table === 'messages' && write.before && write.after && write.after.conversationId !== write.before.conversationId,
  );
  if (moved?.table !== 'messages' || !moved.before || !moved.after) return told;
  const [from, to] = [conversationIn(writes, moved.before.conversationId), conversationIn(writes, moved.after.conversationId)];
  if (!from?.before || !to?.after) return told;
  if (from.after?.mergedInto) return told.set(to.id, { code: 'merged', name: withWhom(from.before) });
  told.set(from.id, { code: 'split', name: withWhom(to.after) });
  return told.set(to.id, { code: 'split', name: withWhom(from.before) });
}

/** A subject is words of a message, which may be hidden later and may then stand nowhere (D15). */
const withWhom = ({ contactName, contactAddress }: Conversation) => contactName || contactAddress || '';

const conversationIn = (writes: readonly Write[], id: Id) =>
  writes.find((write): write is Extract<Write, { table: 'conversations' }> => write.table === 'conversations' && write.id === id);

function eventOf(before: Conversation, after: Conversation, writes: readonly Write[]): ThreadEvent | undefined {
  // Nobody looks at what lies in trash, or is nothing but a sign to where its messages went.
  if (after.mergedInto || (before.trashed && after.trashed)) return undefined;
  if (after.trashed) return { code: 'trashed', name: '' };
  if (before.trashed) return { code: 'restored', name: '' };
  if (after.spam && after.spam.reason !== before.spam?.reason)
    return after.spam.reason === 'blocked-sender' ? { code: 'sender-blocked', name: after.contactAddress ?? '' } : { code: 'marked-spam', name: '' };
  if (before.spam && !after.spam) return { code: 'not-spam', name: '' };
  if (before.inboxId !== after.inboxId) return { code: 'moved', name: '', inboxId: before.inboxId };
  if (before.status !== after.status) return { code: after.status === 'closed' ? 'closed' : 'reopened', name: '' };
  if (!sameJson(before.snoozed ?? null, after.snoozed ?? null) && after.snoozed) return { code: 'snoozed', name: '', until: after.snoozed.until };
  if (after.backAt !== undefined && after.backAt !== before.backAt) return { code: 'snooze-over', name: '' };
  if (before.ownerId !== after.ownerId) return ownerEvent(before, after, writes);
  if (before.snoozed && !after.snoozed) return { code: 'snooze-ended', name: '' };
  if (before.ticketId !== after.ticketId && after.ticketId !== null) return ticketEvent(after.ticketId, writes);
  if (before.contactId === after.contactId) return tagEvent(before, after);
  return after.contactId === null ? { code: 'contact-detached', name: before.contactName } : { code: 'contact-attached', name: after.contactName };
}

function ownerEvent({ ownerId: was }: Conversation, { ownerId }: Conversation, writes: readonly Write[]): ThreadEvent {
  if (ownerId !== null) return { code: 'assigned', name: '', agentId: ownerId };
  if (was === null) return { code: 'unassigned', name: '' };
  const left = writes.some(
    ({ table, before, after }) =>
      (table === 'members' && after === null && before?.agentId === was) || (table === 'agents' && after?.id === was && !after.active),
  );
  return { code: left ? 'owner-left' : 'unassigned', name: '', agentId: was };
}

function tagEvent({ tags: before = [] }: Conversation, { tags: after = [] }: Conversation): ThreadEvent | undefined {
  const [on] = after.filter((id) => !before.includes(id));
  if (on !== undefined) return { code: 'tagged', name: '', tagId: on };
  const [off] = before.filter((id) => !after.includes(id));
  return off === undefined ? undefined : { code: 'untagged', name: '', tagId: off };
}

function ticketEvent(ticketId: Id, writes: readonly Write[]): ThreadEvent | undefined {
  const made = writes.find((write) => write.table === 'tickets' && write.id === ticketId);
  if (made?.table === 'tickets' && made.after && !made.before) return { code: 'ticket-made', name: made.after.name, number: made.after.number };
  return { code: 'ticket-joined', name: '' };
}
