import * as z from 'zod/mini';
import { HostedReachCode } from '../domain/model/hosted-reach';
import { Id } from '../domain/model/ids';

/** What goes over the wire about the hub's own addresses (INB-3): under which domain it makes them, and whether mail finds them. */

export const HostedDomainAnswer = z.object({ domain: z.string() });
export const HostedReachRequest = z.object({ channelId: Id });

export const HostedReach = z.object({
  code: HostedReachCode,
  /** The mail server asked. */
  server: z.string(),
  /** Its own words, where it said no. */
  words: z.string(),
});
export type HostedReach = z.infer<typeof HostedReach>;
