import * as z from 'zod/mini';
import { Id } from './ids';

/** To whom new conversations of a channel go by themselves (RTE-1…3). Lies on the channel; without it everything begins unassigned. */
export const Routing = z.object({
  /** `contact-owner`: to whoever owns the contact; where nobody does, as with `agents`. */
  to: z.enum(['agents', 'contact-owner']),
  /** Agents by name and by team; who is no member of the inbox is never one of them. */
  agentIds: z.array(Id).check(z.maxLength(500)),
  teamIds: z.array(Id).check(z.maxLength(100)),
  /** Only who is available (RTE-2). */
  onlyAvailable: z.boolean(),
  method: z.enum(['in-turn', 'fewest-open']),
  /** With so many open conversations of the inbox somebody is given no more; `null`: no limit (RTE-3). */
  limit: z.nullable(z.int().check(z.minimum(1), z.maximum(1000))),
});
export type Routing = z.infer<typeof Routing>;
