import type { ImapFlow } from 'imapflow';
import type { MailboxProblem, MailboxSettings } from '../../../../domain/model/mailbox';
import type { SmtpWaits } from '../smtp-transport';
import { type ImapPolicy, imapConnection, imapPatience } from './imap-connection';
import { MailboxFault, problemOf } from './mailbox-fault';
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
  const { greetingTimeout } = { ...imapPatience, ...policy.patience };
  // One that speaks something else is told from one that is slow: 3 s after its first words, not 30.
  const foreign = foreignWords(client, greetingTimeout / 10);
  try {
    await Promise.race([client.connect(), foreign.heard]);
    await client.mailboxOpen('INBOX', { readOnly: true });
  } finally {
    foreign.stop();
    client.close();
  }
}

/** A mail server of the other kind, or none, greets in words that are none here, and waits for ours. */
function foreignWords(client: ImapFlow, greetsWithin: number) {
  let look: NodeJS.Timeout | undefined;
  let first: number | undefined;
  const heard = new Promise<never>((_, reject) => {
    look = setInterval(() => {
      if (client.greeting !== undefined || client.authenticated || client.stats().received === 0) return;
      first ??= performance.now();
      if (performance.now() - first < greetsWithin) return;
      clearInterval(look);
      reject(new MailboxFault({ code: 'not-a-mail-server', server: 'imap', words: '' }));
    }, greetsWithin / 10);
  });
  // Nobody asks any more once the connection is made.
  heard.catch(() => undefined);
  return { heard, stop: () => clearInterval(look) };
}
