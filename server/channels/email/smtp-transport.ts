import { Readable } from 'node:stream';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import XOAuth2 from 'nodemailer/lib/xoauth2';
import type { DeliveryProblem } from '../../../domain/message/delivery-problem';
import { notTakenLine } from '../../../domain/message/not-taken-for';
import { MailboxProblemCode } from '../../../domain/model/mailbox';
import { LineEnded } from './imap/line-ended';
import { problemOf } from './imap/mailbox-fault';
import type { Envelope, HandOver, MailTransport } from './mail-transport';

/** ms */
const timeouts = { connectionTimeout: 30_000, greetingTimeout: 30_000, socketTimeout: 120_000 };
export type SmtpWaits = Partial<typeof timeouts>;

/** A user and their password, or a token a provider gave (XOAUTH2). */
export type SmtpLogin = { user: string } & ({ pass: string } | { accessToken: string });

/** A mail server and how to speak to it. `if-offered` encrypts where the server can. */
export interface SmtpAccount {
  host: string;
  port: number;
  security: 'tls' | 'starttls' | 'if-offered' | 'none';
  auth?: SmtpLogin | undefined;
  /** `any`, or authorities to trust beside the system's (PEM). */
  certificates?: 'any' | { ca: string } | undefined;
}

/** Hands mails to the server of `SAMTALE_SMTP_URL`, which the hub's options have checked (`smtp://user:pass@host:587`, `smtps://…`; `?insecure` takes any certificate). */
export function smtpTransport(url: string, hostName: string, waits: SmtpWaits = {}): MailTransport {
  const { protocol, hostname, port, username, password, searchParams } = new URL(url);
  const secure = protocol === 'smtps:';
  const auth = username ? { user: decodeURIComponent(username), pass: decodeURIComponent(password) } : undefined;
  const account: SmtpAccount = {
    host: hostname,
    port: port ? Number(port) : secure ? 465 : 587,
    // A password must not cross the network in the clear.
    security: secure ? 'tls' : auth !== undefined && !isLoopback(hostname) ? 'starttls' : 'if-offered',
    auth,
    certificates: searchParams.has('insecure') || isLoopback(hostname) ? 'any' : undefined,
  };
  const transport = transportTo(account, hostName, waits);
  return async (envelope) => {
    const outcome = await transport(envelope);
    // Whoever reads it of a mail is to know whose server it is about.
    return MailboxProblemCode.safeParse(outcome.text).success ? { ...outcome, text: `hub-${outcome.text}` } : outcome;
  };
}

/** One connection a mail: what is known at its end belongs to this mail alone. */
export const transportTo =
  (account: SmtpAccount, hostName: string, waits: SmtpWaits = {}): MailTransport =>
  (envelope) =>
    handOver(smtpConnection(account, hostName, waits), account.auth, envelope);

/** A connection to it, not yet made. */
export function smtpConnection({ host, port, security, certificates }: SmtpAccount, hostName: string, waits: SmtpWaits = {}): SMTPConnection {
  return new SMTPConnection({
    host,
    port,
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
    name: hostName,
    ...timeouts,
    ...waits,
    ...(certificates ? { tls: certificates === 'any' ? { rejectUnauthorized: false } : certificates } : {}),
  });
}

/** The login as the library takes it; a token is used as it is, it is renewed elsewhere. */
export const smtpAuthOf = (login: SmtpLogin) =>
  'pass' in login ? login : { user: login.user, oauth2: new XOAuth2({ user: login.user, accessToken: login.accessToken }) };

const isLoopback = (hostname: string) => /^(localhost|127\.\d+\.\d+\.\d+|\[?::1\]?)$/.test(hostname);

/** What the library's errors carry beside their message. */
interface SmtpFault extends Error {
  response?: string | undefined;
  responseCode?: number | undefined;
  code?: string | undefined;
  command?: string | undefined;
}

function handOver(connection: SMTPConnection, auth: SmtpLogin | undefined, envelope: Envelope): Promise<HandOver> {
  return new Promise((resolve) => {
    let given = false;
    let letIn = false;
    const end = (outcome: HandOver) => {
      connection.removeAllListeners('end');
      connection.close();
      resolve(outcome);
    };
    const fail = (fault: SmtpFault) => end(letIn ? outcomeOf(fault, given) : { ...outcomeOf(fault, given), problem: problemOf(fault, 'smtp') });
    const send = () => {
      letIn = true;
      const body = Readable.from(pieces(envelope.raw));
      // Read only once the server has asked for the data; when it has been read to its end, the final dot may have arrived.
      body.once('end', () => {
        given = true;
      });
      connection.send({ from: envelope.from, to: envelope.recipients, size: envelope.raw.length }, body, (fault, info) => {
        if (fault) return fail(fault);
        const refused = info.rejectedErrors?.map((one) => notTakenLine({ address: one.recipient ?? '', words: one.response ?? '' })) ?? [];
        end({ result: 'sent', text: [...refused, info.response ?? ''].join('\n').trim() });
      });
    };
    connection.on('error', fail);
    connection.once('end', () => fail(new LineEnded('The mail server closed the connection')));
    connection.connect((fault) => {
      if (fault) return fail(fault);
      if (!auth) return send();
      connection.login(smtpAuthOf(auth), (refused) => (refused ? fail(refused) : send()));
    });
  });
}

/** Small ones, so that a connection cut in the middle of the data is known to have been. */
function* pieces(raw: Buffer) {
  for (let at = 0; at < raw.length; at += 16_384) yield raw.subarray(at, at + 16_384);
}

/** An answer decides; without one it depends on whether the mail had been handed over. A library's own words are nobody's: they become a code. */
function outcomeOf(fault: SmtpFault, given: boolean): HandOver {
  // The server had said how much it takes, and was not asked.
  if (fault.code === 'EMESSAGE' && !fault.response) return { result: 'failed', text: 'mail-too-large' satisfies DeliveryProblem };
  const text = fault.response ?? problemOf(fault, 'smtp').code;
  const code = fault.responseCode ?? 0;
  // A refused greeting, TLS or login is about us, not about this mail: the administrator may mend it before we give up.
  const aboutThisMail = /^(MAIL|RCPT|DATA)/.test(fault.command ?? '');
  if (code >= 500) return { result: aboutThisMail ? 'failed' : 'retry', text };
  if (code >= 400) return { result: 'retry', text };
  return { result: given ? 'unknown' : 'retry', text };
}
