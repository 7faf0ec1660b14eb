import * as z from 'zod/mini';
import { SeenIn } from '../../domain/model/message';
import type { MailPageCall } from '../webmail/shown-mail';

/** Of a page, which is believed in nothing. */
export const ShownMail = z.object({
  provider: z.enum(['gmail', 'outlook']),
  who: z.object({ address: z.string().check(z.maxLength(320)), name: z.string().check(z.maxLength(500)) }),
  received: z.boolean(),
  digest: z.string().check(z.maxLength(20)),
  shownDate: z.string().check(z.maxLength(200)),
  seenIn: z.nullable(SeenIn),
});

/** Sent by our scripts in mail pages, which may ask for nothing else (K17). */
export const ContentToBackground: z.ZodMiniType<MailPageCall> = z.discriminatedUnion('type', [
  /** What a button says of each of these mails. */
  z.object({ type: z.literal('state-of'), mails: z.array(ShownMail).check(z.maxLength(100)) }),
  /** A person pressed the button of this mail: the panel on it. */
  z.object({ type: z.literal('open-panel'), mail: ShownMail }),
]);
