import { browser } from 'wxt/browser';
import { hashOf } from '../../components/page/hash-place';
import type { Id } from '../../domain/model/ids';
import { connectionHost } from './connection-host';
import { type NoticePlace, placeOfNotice, placeOfStop } from './notice-name';
import { withStore } from './with-store';

/** A notification was pressed: its message in the full page, in the tab that has it already where there is one, and in the account it is of. */
export async function openNotice(name: string): Promise<void> {
  const stop = placeOfStop(name);
  if (stop) return openStop(name, stop);
  const place = placeOfNotice(name);
  if (!place) return;
  await browser.notifications.clear(name);
  await connectionHost.device.connections.update(place.connectionId, { lastOpenedAt: Date.now() });
  const page = browser.runtime.getURL('/inbox.html');
  const { inboxId, conversationId: openId, messageId: landOn } = place;
  const url = page + hashOf({ inboxId, view: 'open', openId, landOn });
  // Asked of the browser's own account of this extension: a tab's address is nothing it tells without a permission for all of them.
  const contexts = await browser.runtime.getContexts({ contextTypes: ['TAB'] });
  const open = contexts.find(({ documentUrl }) => documentUrl?.startsWith(page));
  if (!open) {
    await browser.tabs.create({ url });
    return;
  }
  await browser.tabs.update(open.tabId, { active: true, url });
  await browser.windows.update(open.windowId, { focused: true });
}

/** A channel that stopped: where it is mended, or, for who is not in its inbox, the full page, which says who can. */
async function openStop(name: string, { connectionId, channelId }: { connectionId: string; channelId: Id }): Promise<void> {
  await browser.notifications.clear(name);
  await connectionHost.device.connections.update(connectionId, { lastOpenedAt: Date.now() });
  const mine = await withStore(connectionId, (db) => db.channels.get(channelId));
  await browser.tabs.create({ url: browser.runtime.getURL(mine ? `/options.html#/channel/${channelId}` : '/inbox.html') });
}

/** What one is looking at needs no announcing any more. */
export const clearNoticesOf = (conversationId: Id): Promise<void> => clearWhere((place) => place.conversationId === conversationId);

/** Nor what was of an account that is signed out. */
export const clearNoticesOfAccount = (connectionId: string): Promise<void> => clearWhere((place) => place.connectionId === connectionId);

async function clearWhere(matches: (place: Partial<NoticePlace>) => boolean): Promise<void> {
  for (const name of Object.keys(await browser.notifications.getAll())) {
    const place = placeOfNotice(name) ?? placeOfStop(name);
    if (place && matches(place)) await browser.notifications.clear(name);
  }
}
