import { browser } from 'wxt/browser';
import { sameJson } from '../../domain/core/same-json';
import { stopsToTell } from '../../domain/notification/stops-to-tell';
import type { Connection } from '../../utils/connection/device-database';
import type { Text } from '../../utils/i18n/text';
import type { SamtaleDatabase } from '../../utils/store/database';
import { metaRow } from '../../utils/store/me';
import { nameOfStop } from './notice-name';

/** Shows an account owner which channels have stopped (CHN-4). Remembered last: stopped in between, the same line is shown once more in its place. */
export async function tellStops(db: SamtaleDatabase, { id: connectionId, agentId }: Connection, { t }: Text): Promise<void> {
  const before = (await metaRow(db, 'stopsTold'))?.since ?? {};
  const settings = await db.notificationSettings.get(agentId);
  const { tell, over, told } = stopsToTell(await db.stoppedChannels.toArray(), before, settings, Date.now());
  for (const id of over) await browser.notifications.clear(nameOfStop(connectionId, id));
  for (const { id, address, inboxName } of tell)
    await browser.notifications.create(nameOfStop(connectionId, id), {
      type: 'basic',
      iconUrl: browser.runtime.getURL('/icon/128.png'),
      title: t('notifyStopped', { address }),
      message: t('notifyStoppedIn', { inbox: inboxName }),
      // It stays until one has seen it; Firefox knows no such wish and would refuse all of it.
      ...(import.meta.env.FIREFOX ? {} : { requireInteraction: true }),
    });
  if (!sameJson(before, told)) await db.meta.put({ key: 'stopsTold', since: told });
}
