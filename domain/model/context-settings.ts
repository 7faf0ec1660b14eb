import * as z from 'zod/mini';
import { Id, SpaceId } from './ids';

/** What may stand under "About this contact" (CTX-3), and in a ticket's details (CTX-2). */
export const ContactProperty = z.enum(['emails', 'phone', 'company', 'owner', 'createdAt']);
export type ContactProperty = z.infer<typeof ContactProperty>;
export const TicketProperty = z.enum([
  'number',
  'stage',
  'owner',
  'priority',
  'category',
  'description',
  'contact',
  'inbox',
  'createdAt',
  'closedAt',
]);
export type TicketProperty = z.infer<typeof TicketProperty>;

/** The parts of the context that fold (CTX-5). */
export const ContextSection = z.enum(['ticket', 'about', 'conversations', 'tickets', 'participants', 'facts']);
export type ContextSection = z.infer<typeof ContextSection>;

const each = <T extends z.ZodMiniType>(one: T) => z.array(one).check(z.maxLength(20));

/** How one agent reads the context, of every contact and ticket and on every device of theirs: in their own space (K1), under their own id. */
export const ContextSettings = z.object({
  id: Id,
  space: SpaceId,
  /** In the order in which they stand. */
  contactProperties: each(ContactProperty),
  ticketProperties: each(TicketProperty),
  folded: each(ContextSection),
});
export type ContextSettings = z.infer<typeof ContextSettings>;

export type ContextChoices = Pick<ContextSettings, 'contactProperties' | 'ticketProperties' | 'folded'>;

/** Until somebody chooses. */
export const usualContext: ContextChoices = {
  contactProperties: ['company', 'owner', 'phone', 'createdAt'],
  ticketProperties: ['number', 'stage', 'owner', 'priority', 'category', 'description', 'inbox', 'createdAt'],
  folded: [],
};
