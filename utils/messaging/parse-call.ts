import { PageToBackground } from './contract';
import type { SenderClass } from './sender-class';

/** What each class of sender may ask for. Content scripts and embedded frames have no verb yet; strangers never will. */
const verbs = { page: PageToBackground, 'embedded-frame': null, 'content-script': null, stranger: null } as const;

/** A call as its sender may make it; throws on anything else, and the sender's promise is rejected with these words. */
export function parseCall(raw: unknown, sender: SenderClass): PageToBackground {
  const schema = verbs[sender];
  if (!schema) throw new Error(`no verb for ${sender}`);
  const parsed = schema.safeParse(raw);
  if (!parsed.success) throw new Error(`not a call: ${parsed.error.issues[0]?.path.join('.') || 'type'}`);
  return parsed.data;
}
