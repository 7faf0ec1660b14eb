import type { ChannelTickets } from '../model/channel-tickets';
import type { Id } from '../model/ids';

/**
 * Who owns a ticket once a person gave one of its conversations from one owner to another: the new owner, the last one wins;
 * taking an owner off empties the ticket's only if it was that same agent (TKT-3, D7).
 */
export const ownerAfterAssignment = (ticketOwner: Id | null, { from, to }: { from: Id | null; to: Id | null }): Id | null =>
  to ?? (ticketOwner === from ? null : ticketOwner);

/**
 * Who owns it once automatic assignment gave the conversation to somebody: they, only where nobody does, and where the channel has no rule of its own
 * about who owns its tickets (D7).
 */
export const ownerAfterRouting = (ticketOwner: Id | null, { to, rule }: { to: Id; rule: ChannelTickets | undefined }): Id | null =>
  rule?.on && rule.owner !== 'conversation' ? ticketOwner : (ticketOwner ?? to);
