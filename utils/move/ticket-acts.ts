import type { Ticket } from '../../domain/model/ticket';
import { ownerAfterAssignment } from '../../domain/ticket/owner-after-assignment';
import { firstStage, stageOf } from '../../domain/ticket/stages';
import type { LocalThread, MoveAct, ThereThread } from './plan-thread';
import { stageThere } from './stage-there';

/** What a person said of a ticket; whose it is, is the mover's or nobody's there. */
export function saidOf({ name, description, priority, category, ownerId }: Ticket, me: string) {
  return { name, description: description ?? null, priority: priority ?? null, category: category ?? null, ownerId: ownerId === null ? null : me };
}

/**
 * What has to be done there for a conversation's ticket to say and stand what it does here. `status`: of the conversation then, which closes and
 * opens with its ticket. `assigned`: it has just become the mover's.
 */
export function ticketActs(
  { ticket, conversation: mine, inbox, worked, perhapsThere = false }: LocalThread,
  { conversation: theirs, ticket: there, inbox: inboxThere, onlyOne, me }: ThereThread,
  { assigned }: { assigned: boolean },
): { acts: MoveAct[]; status: 'open' | 'closed' } {
  const acts: MoveAct[] = [];
  const { status } = theirs;
  // One that the team gave it stays; and what lies in Spam gets none.
  if (!ticket || (theirs.ticketId !== null && theirs.ticketId !== ticket.id) || (theirs.spam && mine.spam)) return { acts, status };
  const { id: ticketId } = ticket;
  const conversationId = theirs.id;
  const said = saidOf(ticket, me);
  if (theirs.ticketId === null && (there ? worked.conversation || !perhapsThere : worked.conversation || perhapsThere)) {
    const stage = stageThere(asOpen(ticket), inbox, inboxThere)?.id;
    acts.push(
      there
        ? { name: 'linkTicket', args: { conversationId, ticketId } }
        : { name: 'createTicket', args: { ...said, ticketId, conversationId, stage } },
    );
  }
  if (there ? !worked.ticket : acts.length === 0) return { acts, status };
  if (there) {
    const owner = assigned ? ownerAfterAssignment(there.ownerId, { from: theirs.ownerId, to: me }) : there.ownerId;
    const before: Record<string, unknown> = { ...there, ownerId: owner };
    const changed = Object.entries(said).filter(([key, value]) => (before[key] ?? null) !== value);
    if (changed.length > 0) acts.push({ name: 'updateTicket', args: { ticketId, ...Object.fromEntries(changed) } });
  }
  const wanted = stageThere(ticket, inbox, inboxThere);
  if (ticket.status === (there?.status ?? 'open')) {
    const stands = there && stageOf(there, inboxThere).id;
    if (there && wanted && wanted.id !== stands) acts.push({ name: 'setTicketStage', args: { ticketId, stage: wanted.id } });
    return { acts, status };
  }
  const first = ticket.status === 'closed' && firstStage(inboxThere, 'closed').id;
  if (wanted && wanted.id !== first) acts.push({ name: 'setTicketStage', args: { ticketId, stage: wanted.id } });
  else acts.push({ name: ticket.status === 'closed' ? 'closeTicket' : 'reopenTicket', args: { ticketId } });
  if (ticket.status === 'closed') return { acts, status: 'closed' };
  return { acts, status: onlyOne && !theirs.spam ? 'open' : status };
}

/** A closed ticket as it stood before: that is how it is made, and then closed. */
const asOpen = (ticket: Ticket): Pick<Ticket, 'stage' | 'status'> =>
  ticket.status === 'open' ? ticket : { status: 'open', stage: ticket.openStage ?? ticket.stage };
