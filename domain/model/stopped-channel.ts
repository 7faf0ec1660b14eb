import * as z from 'zod/mini';
import { Id, Millis, SpaceId } from './ids';
import { Inbox } from './inbox';

/**
 * A channel that does not work, as long as it does not (CHN-4): under the channel's id, in the space of the account owners, so that one who is
 * not in its inbox learns of it as well. No more than they need to see to it: nothing of what lies in the inbox, nor the server's words.
 */
export const StoppedChannel = z.object({
  id: Id,
  space: SpaceId,
  inboxId: Id,
  inboxName: Inbox.shape.name,
  /** Its address, or its name where it has none. */
  address: z.string().check(z.minLength(1), z.maxLength(320)),
  since: Millis,
});
export type StoppedChannel = z.infer<typeof StoppedChannel>;
