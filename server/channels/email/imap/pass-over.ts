import { placeOf } from './place-of';
import type { ListedMail } from './plan-take';

/**
 * Marks the mails of the archive that are taken from the inbox or Sent, as where the archive is all mail, and those that lie where nothing is ever taken
 * (`never`). Answers which copy there is of which mail.
 */
export function passOver(listed: readonly ListedMail[], never: ReadonlySet<string | undefined>): Map<ListedMail, ListedMail> {
  const isArchived = ({ folder }: ListedMail) => placeOf(folder) === 'archive';
  const elsewhere = new Map(listed.filter((mail) => !isArchived(mail)).map((mail) => [mail.key, mail]));
  const copies = new Map<ListedMail, ListedMail>();
  for (const mail of listed.filter(isArchived)) {
    const original = elsewhere.get(mail.key);
    if (original) copies.set(original, mail);
    if (original || never.has(mail.key)) mail.passed = true;
  }
  return copies;
}
