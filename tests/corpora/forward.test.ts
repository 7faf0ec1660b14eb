import { expect, it } from 'vitest';
import { readForwardedText } from '../../server/channels/email/read-forward';
import { casesOf, hasCorpus, readText } from './corpus-folder';

interface Mailbox {
  name: string | null;
  address: string | null;
}
interface Case {
  id: string;
  group: string;
  body_file: string;
  subject_file: string | null;
  expected: { forwarded: boolean; email?: { body: string; from: Mailbox; to: Mailbox[] | null; cc: Mailbox[] | null; subject: string | null } };
}

/** Some mail programs leave only the names of those they know; a name alone is nobody to log a mail to. */
const withAddress = (list: Mailbox[] | null | undefined) => (list ?? []).flatMap(({ address }) => address ?? []);

it.skipIf(!hasCorpus('forward-crisp'))('CHN-5 forward-crisp: original sender, recipients, subject and body, in 12 programs and 23 languages', () => {
  const wrong: string[] = [];
  for (const { id, group, body_file, subject_file, expected } of casesOf<Case>('forward-crisp')) {
    const subject = subject_file ? readText('forward-crisp', subject_file) : '';
    const found = readForwardedText(readText('forward-crisp', body_file), subject);
    const { email } = expected;
    if (!expected.forwarded || group === 'testVariant4' || !email?.from.address) {
      if (found) wrong.push(`${id}: taken for a forward`);
      continue;
    }
    if (found?.from.address !== email.from.address || found.from.name !== (email.from.name ?? ''))
      wrong.push(`${id}: sender ${JSON.stringify(found?.from)}`);
    const recipients = [...withAddress(email.to), ...withAddress(email.cc)];
    if (JSON.stringify(found?.to.map(({ address }) => address)) !== JSON.stringify(recipients))
      wrong.push(`${id}: recipients ${JSON.stringify(found?.to)}`);
    if (found?.subject !== (email.subject ?? '')) wrong.push(`${id}: subject ${found?.subject}`);
    if (found?.text !== email.body.trim()) wrong.push(`${id}: body`);
  }
  expect(wrong).toEqual([]);
});
