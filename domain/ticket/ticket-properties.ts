import * as z from 'zod/mini';
import { Id } from '../model/ids';
import { type Ticket, TicketPriority } from '../model/ticket';

const text = (most: number) => z.optional(z.nullable(z.string().check(z.trim(), z.maxLength(most))));
const name = z.string().check(z.trim(), z.minLength(1), z.maxLength(500));

/** Properties of a ticket that people set (TKT-2). What is not named stays; `null`, or words that are none, empties one. */
const others = {
  description: text(20_000),
  priority: z.optional(z.nullable(TicketPriority)),
  category: text(100),
  ownerId: z.optional(z.nullable(Id)),
};
export const TicketProperties = z.object({ name: z.optional(name), ...others });
/** As much of one that is made: it has a name. */
export const NamedTicket = z.object({ name, ...others });
export type NamedTicket = z.infer<typeof NamedTicket>;
export type TicketProperties = z.infer<typeof TicketProperties>;

/** The ticket with these properties. */
export function withProperties(ticket: Ticket, { name, ownerId, ...others }: TicketProperties): Ticket {
  const set = Object.entries(others).filter(([, value]) => value !== undefined);
  const kept = Object.entries(ticket).filter(([key]) => !set.some(([name]) => name === key));
  const rest = Object.fromEntries([...kept, ...set.filter(([, value]) => value !== null && value !== '')]) as Ticket;
  return { ...rest, ...(name !== undefined && { name }), ...(ownerId !== undefined && { ownerId }) };
}
