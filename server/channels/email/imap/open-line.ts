import { ApiCaller, type Pause } from '../api/api-caller';
import { ApiLine } from '../api/api-line';
import { mailApiOf } from '../api/mail-api-of';
import type { TakenMails } from '../api/taken-mails';
import type { AccessTokens } from '../oauth/access-tokens';
import type { Fetch } from '../oauth/token-endpoint';
import type { CatchUpHost } from './catch-up';
import type { ImapPolicy, MailboxLogin } from './imap-connection';
import { ImapLine } from './imap-line';
import { MailboxFault } from './mailbox-fault';
import type { MailboxLine } from './mailbox-line';
import type { MailboxRow } from './mailbox-schema';
import type { Mailboxes } from './mailboxes';
import type { Wake } from './wake';

/** What a mailbox that is signed in at its provider needs. */
export interface ProviderHost {
  tokens: AccessTokens;
  taken: TakenMails;
  fetch: Fetch;
  pause?: Pause;
}

export interface LineHost extends CatchUpHost {
  policy: ImapPolicy;
  provider: ProviderHost;
}

/** The way to a mailbox, not yet gone. */
export async function openLine(
  mailbox: MailboxRow,
  host: LineHost,
  resting: { wake: Wake; times: { look: number; ask: number } },
): Promise<MailboxLine> {
  const { settings, oauth } = mailbox;
  if (settings) return new ImapLine({ ...mailbox, settings }, await loginOf(mailbox, host.mailboxes, host.provider.tokens), host, resting);
  if (!oauth) throw new MailboxFault({ code: 'password-lost', server: 'imap', words: '' });
  const caller = new ApiCaller(mailbox.channelId, oauth.provider, host.provider);
  return new ApiLine(mailbox, mailApiOf(oauth.provider, caller), { ...host, taken: host.provider.taken, kept: host.taken }, resting);
}

/** What one signs in with at the servers of a mailbox. */
export async function loginOf(mailbox: MailboxRow, mailboxes: Mailboxes, tokens: AccessTokens): Promise<MailboxLogin> {
  if (mailbox.oauth) return { accessToken: await tokens.of(mailbox.channelId) };
  const pass = mailboxes.passwordOf(mailbox);
  if (pass === undefined) throw new MailboxFault({ code: 'password-lost', server: 'imap', words: '' });
  return { pass };
}
