import * as z from 'zod/mini';
import { IncomingIds } from '../mail/incoming-mail';
import { Id, Millis } from '../model/ids';

/** One submission of a form (CHN-11). */
export const IncomingForm = z.object({
  kind: z.literal('form'),
  ids: IncomingIds,
  channelId: Id,
  receivedAt: Millis,
  fields: z.array(z.object({ label: z.string().check(z.maxLength(300)), value: z.string().check(z.maxLength(20_000)) })).check(z.maxLength(100)),
});
export type IncomingForm = z.infer<typeof IncomingForm>;
