import type { MailboxProblem, MailboxSettings } from '../../../../domain/model/mailbox';
import type { SmtpWaits } from '../smtp-transport';
import { type ImapPolicy, imapConnection } from './imap-connection';
import { problemOf } from './mailbox-fault';
import { smtpAccountOf } from './smtp-account-of';
import { smtpSignIn } from './smtp-sign-in';

/** What a test of a mailbox found at each of its servers; `null` is well. */
export interface MailboxTest {
  imap: MailboxProblem | null;
  smtp: MailboxProblem | null;
}

export interface TestPolicy extends ImapPolicy {
  hostName: string;
  smtpWaits?: SmtpWaits;
}

/** Signs in at both servers, at once, and leaves everything as it was. */
export async function testMailbox(settings: MailboxSettings, password: string, policy: TestPolicy): Promise<MailboxTest> {
  const [imap, smtp] = await Promise.all([
    imapSignIn(settings, password, policy).then(
      () => null,
      (fault) => problemOf(fault, 'imap'),
    ),
    smtpSignIn(smtpAccountOf(settings, password, policy.ca), policy.hostName, policy.smtpWaits).then(
      () => null,
      (fault) => problemOf(fault, 'smtp'),
    ),
  ]);
  return { imap, smtp };
}

async function imapSignIn(settings: MailboxSettings, password: string, policy: ImapPolicy) {
  const client = imapConnection(settings, password, policy);
  try {
    await client.connect();
    await client.mailboxOpen('INBOX', { readOnly: true });
  } finally {
    client.close();
  }
}
