import type { AuthorizationServer } from 'oauth4webapi';
import type { MailboxSettings, MailProvider } from '../../../../domain/model/mailbox';

/** How mail is read and sent once signed in: by the provider's own API, or by IMAP and SMTP with the token instead of a password (XOAUTH2). */
export type MailAccess = 'api' | 'imap';

/** How a mailbox is signed in at a provider. */
export interface MailboxOAuth {
  provider: MailProvider;
  access: MailAccess;
}

interface Provider {
  /** `tenant` is Microsoft's directory: an id, a domain, or `organizations` for all. */
  server(tenant: string): AuthorizationServer;
  /** What is asked of the person, by access. */
  scopes: Record<MailAccess, readonly string[]>;
  /** What a token is good for is one service's scopes alone; to learn whose account it is, and to read and send. `undefined`: all at once. */
  tokenScopes?: { account: readonly string[] } & Record<MailAccess, readonly string[]>;
  /** Beside what the protocol asks for. */
  authorization: Readonly<Record<string, string>>;
  servers: Omit<MailboxSettings, 'user'>;
}

const graph = (name: string) => `https://graph.microsoft.com/${name}`;
const outlook = (name: string) => `https://outlook.office.com/${name}`;
const graphMail = [graph('Mail.ReadWrite'), graph('Mail.Send'), graph('User.Read'), 'offline_access'];
const outlookMail = [outlook('IMAP.AccessAsUser.All'), outlook('SMTP.Send'), 'offline_access'];

/**
 * Addresses and scopes as Google and Microsoft document them; the least that reading and sending needs: a large mail is a draft at
 * Microsoft before it is sent, which reading alone may not make.
 */
export const providers: Record<MailProvider, Provider> = {
  google: {
    server: () => ({
      issuer: 'https://accounts.google.com',
      authorization_endpoint: 'https://accounts.google.com/o/oauth2/v2/auth',
      token_endpoint: 'https://oauth2.googleapis.com/token',
      revocation_endpoint: 'https://oauth2.googleapis.com/revoke',
    }),
    scopes: {
      api: ['https://www.googleapis.com/auth/gmail.readonly', 'https://www.googleapis.com/auth/gmail.send'],
      imap: ['https://mail.google.com/'],
    },
    // Only an answer given anew brings a refresh token.
    authorization: { access_type: 'offline', prompt: 'consent select_account' },
    servers: {
      imap: { host: 'imap.gmail.com', port: 993, security: 'tls' },
      smtp: { host: 'smtp.gmail.com', port: 465, security: 'tls' },
    },
  },
  microsoft: {
    server: (tenant) => ({
      issuer: `https://login.microsoftonline.com/${tenant}/v2.0`,
      authorization_endpoint: `https://login.microsoftonline.com/${tenant}/oauth2/v2.0/authorize`,
      token_endpoint: `https://login.microsoftonline.com/${tenant}/oauth2/v2.0/token`,
    }),
    scopes: { api: graphMail, imap: [...outlookMail, graph('User.Read')] },
    tokenScopes: { account: [graph('User.Read'), 'offline_access'], api: graphMail, imap: outlookMail },
    authorization: { response_mode: 'query', prompt: 'select_account' },
    servers: {
      imap: { host: 'outlook.office365.com', port: 993, security: 'tls' },
      smtp: { host: 'smtp.office365.com', port: 587, security: 'starttls' },
    },
  },
};

/** Where a token is good for one service, which; as a parameter of the token request. */
export const tokenScopeOf = ({ provider, access }: MailboxOAuth, use: 'account' | 'mail'): Record<string, string> => {
  const { tokenScopes } = providers[provider];
  return tokenScopes ? { scope: tokenScopes[use === 'mail' || access === 'api' ? access : 'account'].join(' ') } : {};
};
