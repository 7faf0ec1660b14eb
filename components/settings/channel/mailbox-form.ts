import { MailboxSettings, MailServer } from '../../../domain/model/mailbox';

export interface ServerForm {
  host: string;
  port: string;
  security: MailServer['security'];
}

/** What somebody types to sign in to a mailbox. The password lives here, in the memory of the page, and nowhere else. */
export interface MailboxForm {
  user: string;
  password: string;
  imap: ServerForm;
  smtp: ServerForm;
}

/** What of it outlives a look at another page: all but the password. */
export type KeptForm = Omit<MailboxForm, 'password'>;

export const formOf = ({ user, imap, smtp }: MailboxSettings): MailboxForm => ({ user, password: '', imap: asTyped(imap), smtp: asTyped(smtp) });

/** Where nobody knows the servers: their usual names and ports, to be put right. */
export function guessedForm(address: string): MailboxForm {
  const domain = address.slice(address.lastIndexOf('@') + 1);
  return {
    user: address,
    password: '',
    imap: { host: domain && `imap.${domain}`, port: '993', security: 'tls' },
    smtp: { host: domain && `smtp.${domain}`, port: '465', security: 'tls' },
  };
}

/** What is wrong with these: no server's name or port, or a password in the clear over a network. */
export function serverProblem(server: ServerForm): 'no-server' | 'in-the-clear' | undefined {
  if (MailServer.safeParse(asMeant(server)).success) return undefined;
  return MailServer.safeParse(asMeant({ ...server, security: 'tls' })).success ? 'in-the-clear' : 'no-server';
}

/** `undefined` while something is missing or wrong. */
export const settingsOf = ({ user, imap, smtp }: MailboxForm): MailboxSettings | undefined =>
  MailboxSettings.safeParse({ user: user.trim(), imap: asMeant(imap), smtp: asMeant(smtp) }).data;

const asTyped = ({ host, port, security }: MailServer): ServerForm => ({ host, port: String(port), security });
/** A name may end with its dot, and an IPv6 address stand in brackets; both are meant without. */
const bare = (host: string) =>
  host
    .trim()
    .replace(/^\[(.+)\]$/, '$1')
    .replace(/\.$/, '');
const asMeant = ({ host, port, security }: ServerForm) => ({ host: bare(host), port: /^\d+$/.test(port.trim()) ? Number(port) : 0, security });
