import { browser } from 'wxt/browser';
import { oneAtATime } from '../../utils/browser/one-at-a-time';
import type { WebmailHostsNow } from '../../utils/webmail/shown-mail';
import { type WebmailSite, webmailSites } from '../../utils/webmail/webmail-hosts';

/**
 * Samtale's scripts run in the webmails a person has agreed to and nowhere else. The browser keeps a registration when the permission goes, and
 * would take one without it: so it is made and taken away here, whenever permissions change, and when the browser starts, should this have ended in
 * between. Pages that are open get the script at once, or are told that it has to go; after an update (`afresh`) they get the new one.
 */
export const keepWebmailScripts = (afresh = false): Promise<void> =>
  oneAtATime(navigator.locks, 'samtale-webmail', async () => {
    const registered = await browser.scripting.getRegisteredContentScripts();
    const known = new Set(afresh ? [] : registered.flatMap(({ matches }) => matches ?? []));
    const sites = await Promise.all(webmailSites.map(async ({ script, hosts }) => ({ script, hosts: await grantedOf(hosts) })));
    const hosts = sites.flatMap((site) => site.hosts);
    const wanted = sites.filter((site) => site.hosts.length > 0);
    if (!afresh && known.size === hosts.length && hosts.every((host) => known.has(host))) return;
    if (registered.length > 0) await browser.scripting.unregisterContentScripts();
    await browser.scripting.registerContentScripts(
      wanted.map(({ script, hosts: [...matches] }) => ({ id: matches[0] ?? script, js: [script], matches, runAt: 'document_start' as const })),
    );
    await Promise.all(
      wanted.map(({ script, hosts: all }) =>
        putInto(
          all.filter((host) => !known.has(host)),
          script,
        ),
      ),
    );
    if (registered.length > 0) await tellPages({ type: 'webmail-hosts', hosts });
  });

async function grantedOf(hosts: readonly string[]): Promise<string[]> {
  const granted = await Promise.all(hosts.map((host) => browser.permissions.contains({ origins: [host] })));
  return hosts.filter((_, at) => granted[at]);
}

async function putInto(hosts: string[], script: WebmailSite['script']): Promise<void> {
  const tabs = hosts.length > 0 ? await browser.tabs.query({ url: hosts }) : [];
  await Promise.all(
    tabs.map(({ id }) =>
      // A page that shows an error, or went meanwhile, gets it when it is loaded.
      browser.scripting
        .executeScript({ target: { tabId: id ?? -1 }, files: [script] })
        .catch((error: unknown) => console.info('not put into a tab', error)),
    ),
  );
}

/** Without the permission a tab does not say what it shows, so all are told: those without our script hear nothing. */
async function tellPages(message: WebmailHostsNow): Promise<void> {
  const tabs = await browser.tabs.query({});
  await Promise.all(tabs.map(({ id }) => id !== undefined && browser.tabs.sendMessage(id, message).catch(() => undefined)));
}
