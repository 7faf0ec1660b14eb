import { z } from 'zod';
import { Id } from '../domain/model/ids';

/** What goes over the wire about the hub's own addresses (INB-3): under which domain it makes them, and whether mail finds them. */

export const HostedDomainAnswer = z.object({ domain: z.string() });
export const HostedReachRequest = z.object({ channelId: Id });

/**
 * Where mail for an address ends up, as far as the hub can see from where it stands. `reached`: a mail server the domain names takes
 * mail for it. `only-here`: the domain is one no mail on the internet can go to. `no-mail-server`: the domain names none.
 */
export const HostedReachCode = z.enum(['reached', 'only-here', 'no-mail-server', 'nobody-answers', 'refused']);
export const HostedReach = z.object({
  code: HostedReachCode,
  /** The mail server asked. */
  server: z.string(),
  /** Its own words, where it said no. */
  words: z.string(),
});
export type HostedReach = z.infer<typeof HostedReach>;
