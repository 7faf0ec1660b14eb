import * as z from 'zod/mini';

/**
 * Where mail for an address of the hub's ends up, as far as the hub can see from where it stands (INB-3). `reached`: a mail server the
 * domain names takes mail for it. `only-here`: the domain is one no mail on the internet can go to. `no-mail-server`: it names none.
 */
export const HostedReachCode = z.enum(['reached', 'only-here', 'no-mail-server', 'nobody-answers', 'refused']);
export type HostedReachCode = z.infer<typeof HostedReachCode>;
