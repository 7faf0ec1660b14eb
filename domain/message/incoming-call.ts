import * as z from 'zod/mini';
import { IncomingIds } from '../mail/incoming-mail';
import { Id, Millis } from '../model/ids';
import { CallRecord } from '../model/message';

/** One call to a connected number (CHN-1). `name` is the caller's where the line tells it, else empty. */
export const IncomingCall = z.object({
  kind: z.literal('call'),
  ids: IncomingIds,
  channelId: Id,
  receivedAt: Millis,
  ...CallRecord.shape,
  name: z.string().check(z.maxLength(500)),
});
export type IncomingCall = z.infer<typeof IncomingCall>;
