import { browser } from 'wxt/browser';
import type { ToMailPage } from '../webmail/shown-mail';
import { webmailSites } from '../webmail/webmail-hosts';

/** Says to all open pages of webmails that what their buttons say may have changed. Those without our script hear nothing. */
export async function tellMailPages(): Promise<void> {
  const said: ToMailPage = { type: 'mails-changed' };
  // Without the permission for its host a tab is not among them.
  const tabs = await browser.tabs.query({ url: webmailSites.flatMap(({ hosts }) => [...hosts]) });
  await Promise.all(tabs.map(({ id }) => id !== undefined && browser.tabs.sendMessage(id, said).catch(() => undefined)));
}
