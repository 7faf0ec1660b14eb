import { beforeSubject } from '../../domain/mail/before-subject';
import { lettersOf } from '../../domain/mail/letters-of';

/** So many letters tell a mail; further down page and mail differ in how they write quotes, links and signatures. */
const telling = 100;

/**
 * Subject and first words of a mail as one number, the same for the page of a webmail and the mail as it came to us, so that one can be told to be
 * the other without its words. Undefined where there is nothing to tell it by. By itself it proves nothing: machines write the same again and again.
 */
export function digestOfMail(subject: string, text: string): string | undefined {
  const words = [...lettersOf(text)].slice(0, telling).join('');
  return words === '' ? undefined : hash(`${lettersOf(subject.replace(beforeSubject, ''))}\n${words}`);
}

/** 53 bits, after bryc's cyrb53 (public domain): who finds another mail of the same number gains nothing. */
function hash(text: string): string {
  let [one, other] = [0xdeadbeef, 0x41c6ce57];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    one = Math.imul(one ^ code, 2654435761);
    other = Math.imul(other ^ code, 1597334677);
  }
  one = Math.imul(one ^ (one >>> 16), 2246822507) ^ Math.imul(other ^ (other >>> 13), 3266489909);
  other = Math.imul(other ^ (other >>> 16), 2246822507) ^ Math.imul(one ^ (one >>> 13), 3266489909);
  return (4294967296 * (2097151 & other) + (one >>> 0)).toString(36);
}
