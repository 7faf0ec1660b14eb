import * as z from 'zod/mini';
import { Id } from './ids';
import { StageId } from './stage';
import { TicketPriority } from './ticket';

/** Whether a channel's new conversations are tickets, and with what they begin (TKT-8, CHN-12). What is set stays while it is off. */
export const ChannelTickets = z.object({
  on: z.boolean(),
  stage: StageId,
  /** The conversation's, nobody's, or always this agent's. */
  owner: z.union([z.enum(['conversation', 'nobody']), Id]),
  priority: z.nullable(TicketPriority),
});
export type ChannelTickets = z.infer<typeof ChannelTickets>;
