import { ResponseBodyError } from 'oauth4webapi';
import type { Id } from '../../../../domain/model/ids';
import type { MailboxProblemCode } from '../../../../domain/model/mailbox';
import { MailboxFault } from '../imap/mailbox-fault';
import type { MailboxRow } from '../imap/mailbox-schema';
import type { Mailboxes } from '../imap/mailboxes';
import type { MailClients } from './mail-clients';
import { tokenScopeOf } from './providers';
import { type Fetch, TokenEndpoint } from './token-endpoint';

export interface TokenHost {
  mailboxes: Mailboxes;
  clients: MailClients;
  fetch: Fetch;
  now(): number;
}

type OAuthRow = MailboxRow & { oauth: NonNullable<MailboxRow['oauth']> };

/** ms before its end from which a token is not used any more. */
const margin = 60_000;

/**
 * Access tokens of mailboxes, each asked for once at a time however many want it, and kept in memory until shortly before it ends. A
 * refresh token that came back changed is kept instead of the old one.
 */
export class AccessTokens {
  private readonly known = new Map<Id, { token: string; until: number; of: string }>();
  private readonly asking = new Map<Id, Promise<string>>();

  constructor(private readonly host: TokenHost) {}

  /** `refused`: a token its service did not take; another one is asked for. */
  async of(channelId: Id, refused?: string): Promise<string> {
    const mailbox = await this.find(channelId);
    const known = this.known.get(channelId);
    if (known && known.of === mailbox.sealedPassword && known.token !== refused && known.until > this.host.now()) return known.token;
    const asked = this.asking.get(channelId) ?? this.ask(mailbox).finally(() => this.asking.delete(channelId));
    this.asking.set(channelId, asked);
    return asked;
  }

  /** Its service did not take the one there is: nobody uses it again. */
  drop(channelId: Id): void {
    this.known.delete(channelId);
  }

  private async ask(mailbox: OAuthRow, again = false): Promise<string> {
    const { mailboxes, clients, fetch, now } = this.host;
    const { channelId, workspaceId, oauth } = mailbox;
    const problem = (code: MailboxProblemCode, words = '') => new MailboxFault({ code, server: oauth.provider, words: words.slice(0, 1000) });
    const refreshToken = mailboxes.passwordOf(mailbox);
    if (refreshToken === undefined) throw problem('password-lost');
    const client = await clients.find(workspaceId, oauth.provider);
    if (!client) throw problem('client-refused');
    try {
      const endpoint = new TokenEndpoint(oauth.provider, client, fetch);
      const {
        access_token: token,
        expires_in: seconds = 3600,
        refresh_token: next,
      } = await endpoint.refresh(refreshToken, tokenScopeOf(oauth, 'mail'));
      const sealed = next && next !== refreshToken ? await mailboxes.keepSecret(mailbox, next) : mailbox.sealedPassword;
      this.known.set(channelId, { token, until: now() + seconds * 1000 - margin, of: sealed });
      return token;
    } catch (fault) {
      if (!(fault instanceof ResponseBodyError)) throw fault;
      const words = fault.error_description ?? fault.error;
      if (fault.error !== 'invalid_grant') throw problem(fault.status >= 500 ? 'server-refused' : 'client-refused', words);
      // Another process may have been given a new one meanwhile.
      const now = again ? undefined : await this.find(channelId);
      if (now && now.sealedPassword !== mailbox.sealedPassword) return this.ask(now, true);
      throw problem('consent-ended', words);
    }
  }

  private async find(channelId: Id): Promise<OAuthRow> {
    const mailbox = await this.host.mailboxes.find(channelId);
    if (!mailbox?.oauth) throw new MailboxFault({ code: 'password-lost', server: 'imap', words: '' });
    return { ...mailbox, oauth: mailbox.oauth };
  }
}
