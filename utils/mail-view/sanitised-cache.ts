import { type SanitisedMail, sanitiseMail } from './sanitise-mail';

const most = 60;
const cache = new Map<string, SanitisedMail>();

/** Purified once a mail and page: opening it again costs nothing. The key is the mail's own text, so a changed mail is a new one. */
export function sanitised(html: string, options: { clip: boolean }): SanitisedMail {
  const key = `${options.clip ? 'c' : 'w'}${html}`;
  const known = cache.get(key);
  const mail = known ?? sanitiseMail(html, options);
  cache.delete(key);
  cache.set(key, mail);
  const oldest = cache.keys().next().value;
  if (cache.size > most && oldest !== undefined) cache.delete(oldest);
  return mail;
}
