import { browser } from 'wxt/browser';
import { deviceLocale } from '../../utils/connection/device-locale';
import { workerWords } from '../../utils/i18n/worker-words';
import { mineWaiting } from '../../utils/store/mine-waiting';
import { badgeOf } from './badge-of';
import { connectionHost } from './connection-host';
import { signedInConnections } from './connections';
import { withStore } from './with-store';

/** On the toolbar icon: how many of mine wait, in every account; brick when one is late. Never rejects, a wrong figure stays until the next minute. */
export async function showBadge(): Promise<void> {
  try {
    const connections = await signedInConnections();
    const now = Date.now();
    const each = await Promise.all(
      connections.map(({ id }) => withStore(id, async (db) => mineWaiting(db, await db.inboxes.toCollection().primaryKeys(), now))),
    );
    const sum = (of: 'waiting' | 'late') => each.reduce((all, one) => all + one[of], 0);
    const badge = badgeOf({ waiting: sum('waiting'), late: sum('late') }, workerWords(await deviceLocale(connectionHost.device)));
    await browser.action.setBadgeBackgroundColor({ color: badge.color });
    await browser.action.setBadgeTextColor({ color: '#ffffff' });
    await browser.action.setBadgeText({ text: badge.text });
    await browser.action.setTitle({ title: badge.title });
  } catch (fault) {
    console.error('badge', fault);
  }
}
