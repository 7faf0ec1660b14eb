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
  /** ms. Somebody looks on, and a browser's worker that waits longer for an answer is ended: a server that needs more is too slow. */
  longest?: number;
  /** Told what is the hub's own fault. */
  report?(problem: string): void;
}

/** Signs in at both servers, at once, and leaves everything as it was. */
export async function testMailbox(settings: MailboxSettings, password: string, policy: TestPolicy): Promise<MailboxTest> {
  const { hostName, smtpWaits, longest = 25_000, report = () => undefined } = policy;
  const [imap, smtp] = await Promise.all([
    problemWithin({ longest, report }, 'imap', imapSignIn(settings, password, policy)),
    problemWithin({ longest, report }, 'smtp', smtpSignIn(smtpAccountOf(settings, { pass: password }, policy.ca), hostName, smtpWaits)),
  ]);
  return { imap, smtp };
}

async function problemWithin(
  { longest, report }: Required<Pick<TestPolicy, 'longest' | 'report'>>,
  server: MailboxProblem['server'],
  signIn: Promise<void>,
): Promise<MailboxProblem | null> {
  let stop: NodeJS.Timeout | undefined;
  const late = new Promise<MailboxProblem>((resolve) => {
    stop = setTimeout(() => resolve({ code: 'too-slow', server, words: '' }), longest);
  });
  const tried = signIn.then(
    () => null,
    (fault) => {
      const problem = problemOf(fault, server);
      if (problem.code === 'hub-fault') report(`testing a mailbox: ${fault instanceof Error ? fault.stack : String(fault)}`);
      return problem;
    },
  );
  try {
    return await Promise.race([tried, late]);
  } finally {
    clearTimeout(stop);
  }
}

async function imapSignIn(settings: MailboxSettings, password: string, policy: ImapPolicy) {
  const client = imapConnection(settings, { pass: password }, policy);
  try {
    await client.connect();
    await client.mailboxOpen('INBOX', { readOnly: true });
  } finally {
    client.close();
  }
}
