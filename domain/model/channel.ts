import * as z from 'zod/mini';
import { ChannelTickets } from './channel-tickets';
import { Id, SpaceId } from './ids';
import { Mailbox } from './mailbox';
import { Routing } from './routing';

export const ChannelKind = z.enum(['email', 'chat', 'form', 'call', 'messenger', 'whatsapp', 'sms', 'custom']);
export type ChannelKind = z.infer<typeof ChannelKind>;

/** A channel account: one connected address, widget, number or page (CHN-1). */
export const Channel = z.object({
  id: Id,
  space: SpaceId,
  inboxId: Id,
  kind: ChannelKind,
  name: z.string().check(z.minLength(1), z.maxLength(200)),
  /** Folded address of a mail channel, `null` for the others. */
  address: z.nullable(z.string().check(z.maxLength(320))),
  /** What a recipient reads as sender: `agent-and-company` gives "Mette Holm, Havnegaard" (CHN-3). */
  fromName: z.enum(['agent-and-company', 'company']),
  companyName: z.string().check(z.maxLength(200)),
  /** HTML, may hold `{{agent.fullName}}`, `{{agent.firstName}}`, `{{agent.lastName}}` (CHN-3). */
  signatureHtml: z.string().check(z.maxLength(20_000)),
  /** To whom forwarded mail is logged (CHN-5). */
  logForwardsTo: z.enum(['original-sender', 'forwarder']),
  /** An answer to a closed conversation also reopens its ticket (D4). */
  reopenTicketOnAnswer: z.boolean(),
  /** Mail comes from and goes through the team's own mailbox; without it, through the hub. */
  mailbox: z.optional(Mailbox),
  /** To whom its new conversations go by themselves; absent: to nobody (RTE-1). */
  routing: z.optional(Routing),
  /** Whether its new conversations are tickets, and which; absent: never asked (CHN-12). */
  tickets: z.optional(ChannelTickets),
  /** Whose turn it was last. */
  lastInTurn: z.optional(Id),
  /** An address of the hub's that is taken away: no mail is taken at it or sent from it; absent: it is in use (INB-3). */
  removed: z.optional(z.boolean()),
});
export type Channel = z.infer<typeof Channel>;
