import type { MailPageCall } from '../webmail/shown-mail';
import { PageToBackground } from './contract';
import { ContentToBackground } from './mail-page-calls';
import type { SenderClass } from './sender-class';

/** What each class of sender may ask for. Embedded frames have no verb yet; strangers never will. */
const verbs = { page: PageToBackground, 'content-script': ContentToBackground, 'embedded-frame': null, stranger: null } as const;

/** A call as its sender may make it; throws on anything else, and the sender's promise is rejected with these words. */
export function parseCall(raw: unknown, sender: 'content-script'): MailPageCall;
export function parseCall(raw: unknown, sender: Exclude<SenderClass, 'content-script'>): PageToBackground;
export function parseCall(raw: unknown, sender: SenderClass): PageToBackground | MailPageCall {
  const schema = verbs[sender];
  if (!schema) throw new Error(`no verb for ${sender}`);
  const parsed = schema.safeParse(raw);
  if (!parsed.success) throw new Error(`not a call: ${parsed.error.issues[0]?.path.join('.') || 'type'}`);
  return parsed.data;
}
