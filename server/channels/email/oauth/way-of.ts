import type { MailboxWay } from '../imap/mailboxes';
import { type MailboxOAuth, providers } from './providers';

/** How the mailbox of this address is reached with a refresh token. */
export const wayOf = ({ provider, access }: MailboxOAuth, address: string, refreshToken: string): MailboxWay => ({
  settings: access === 'imap' ? { ...providers[provider].servers, user: address } : null,
  oauth: { provider, access },
  secret: refreshToken,
});
