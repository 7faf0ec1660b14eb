import type { Database } from '../../../db/database';
import type { Pause } from '../api/api-caller';
import { TakenMails } from '../api/taken-mails';
import type { MailboxRow } from '../imap/mailbox-schema';
import type { Mailboxes } from '../imap/mailboxes';
import type { PasswordSeal } from '../imap/password-seal';
import { AccessTokens } from './access-tokens';
import { MailClients } from './mail-clients';
import { SignIns } from './sign-ins';
import { type Fetch, TokenEndpoint } from './token-endpoint';

export interface ProviderMailHost {
  db: Database;
  seal: PasswordSeal;
  mailboxes: Mailboxes;
  fetch: Fetch;
  now(): number;
  baseUrl: string;
  report(problem: string): void;
  pause?: Pause;
}

/** What a hub needs for mailboxes that are signed in at Google or Microsoft. */
export function providerMail({ db, seal, mailboxes, fetch, now, baseUrl, report, pause }: ProviderMailHost) {
  const clients = new MailClients(db, seal);
  /** Ends the consent at the provider. Not waited for: what matters is forgotten here already. */
  const revoke = ({ channelId, workspaceId, oauth, sealedPassword }: MailboxRow) => {
    const refreshToken = oauth && seal.open(channelId, sealedPassword);
    if (!oauth || !refreshToken) return;
    const revoked = async () => {
      const client = await clients.find(workspaceId, oauth.provider);
      if (client) await new TokenEndpoint(oauth.provider, client, fetch).revoke(refreshToken);
    };
    void revoked().catch((fault: unknown) => report(`mailbox ${channelId}: its consent could not be ended at ${oauth.provider}: ${String(fault)}`));
  };
  return {
    clients,
    signIns: new SignIns(db, seal),
    tokens: new AccessTokens({ mailboxes, clients, fetch, now }),
    taken: new TakenMails(db, mailboxes),
    redirectUri: `${baseUrl}/mail-sign-in`,
    fetch,
    now,
    revoke,
    ...(pause ? { pause } : {}),
  };
}
export type ProviderMail = ReturnType<typeof providerMail>;
