import type { PageKind, WebmailPage } from './webmail-adapter';

/** A page with nothing to say: another host, a sign-in. */
export const noPage = (kind: PageKind): WebmailPage => ({
  kind,
  account: undefined,
  mailbox: undefined,
  delegated: false,
  messages: [],
  composers: [],
  changed: false,
  ranks: {},
});

/** The address if it is one of the adapter's own pages. */
export function ownAddress(href: string, hosts: readonly string[]): URL | undefined {
  const url = URL.canParse(href) ? new URL(href) : undefined;
  return url?.protocol === 'https:' && url.port === '' && hosts.includes(url.hostname) ? url : undefined;
}
