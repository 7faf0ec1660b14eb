import { ImapFlow } from 'imapflow';
import type { MailboxSettings } from '../../../../domain/model/mailbox';
import { mailLimits } from '../../../../utils/mail/mail-limits';

/** ms. A slow server is waited for, a silent one is not. */
export const imapPatience = { connectionTimeout: 30_000, greetingTimeout: 30_000, socketTimeout: 90_000 };

export interface ImapPolicy {
  patience?: Partial<typeof imapPatience>;
  /** Certificates of authorities to trust beside the system's (PEM). */
  ca?: string | undefined;
}

/** One mail and what surrounds it; a server that says it sends more is not believed (S53). */
const mostLiteral = mailLimits.size + 64 * 1024;

/** A password, or a token a provider gave (XOAUTH2). */
export type MailboxLogin = { pass: string } | { accessToken: string };

/** A connection not yet made. Its faults come out of what it is asked to do; those nobody waits for end it, and nothing else. */
export function imapConnection({ imap, user }: MailboxSettings, login: MailboxLogin, { patience, ca }: ImapPolicy): ImapFlow {
  const client = new ImapFlow({
    host: imap.host,
    port: imap.port,
    secure: imap.security === 'tls',
    // `true` demands it: a server that does not offer it, or somebody in between who took the offer away, gets no password.
    ...(imap.security === 'tls' ? {} : { doSTARTTLS: imap.security === 'starttls' }),
    tls: { minVersion: 'TLSv1.2', ...(ca ? { ca } : {}) },
    auth: { user, ...login },
    logger: false,
    disableAutoIdle: true,
    clientInfo: { name: 'Samtale' },
    maxLiteralSize: mostLiteral,
    maxLineLength: 16 * 1024 * 1024,
    maxResponseSize: 2 * mostLiteral,
    ...imapPatience,
    ...patience,
  });
  client.on('error', () => client.close());
  return client;
}
