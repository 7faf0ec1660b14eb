import { browser } from 'wxt/browser';
import { grouped, type NoticeGroup } from '../../domain/notification/grouped';
import type { Notice } from '../../domain/notification/notices-of';
import { toldOf } from '../../domain/notification/told-of';
import type { Connection } from '../../utils/connection/device-database';
import { deviceLocale } from '../../utils/connection/device-locale';
import { noticeHead } from '../../utils/i18n/notice-head';
import type { Text } from '../../utils/i18n/text';
import { workerWords } from '../../utils/i18n/worker-words';
import type { SamtaleDatabase } from '../../utils/store/database';
import { metaRow } from '../../utils/store/me';
import { connectionHost } from './connection-host';
import { nameOfNotice } from './notice-name';
import { conversationsOnScreen } from './on-screen';
import { clearNoticesOf } from './open-notice';
import { tellStops } from './tell-stops';
import { withStore } from './with-store';

/** Shows what the last sync brought for this agent (NTF-1). Told before it is forgotten: stopped in between, the same line is shown once more in its place. */
export async function tellNotices(connection: Connection): Promise<void> {
  try {
    await withStore(connection.id, async (db) => {
      const text = workerWords(await deviceLocale(connectionHost.device));
      await tellStops(db, connection, text);
      const waiting = (await metaRow(db, 'notices'))?.waiting ?? [];
      if (waiting.length === 0) return;
      const [self, settings] = await Promise.all([db.agents.get(connection.agentId), db.notificationSettings.get(connection.agentId)]);
      const told = toldOf(waiting, { self, settings, onScreen: conversationsOnScreen(), now: Date.now() });
      for (const group of grouped(told)) await show(db, connection, group, text);
      await forget(db, waiting.length);
    });
  } catch (fault) {
    console.error('notifications', fault);
  }
}

/** Those that were told; a pull may have brought more meanwhile. */
const forget = (db: SamtaleDatabase, count: number): Promise<void> =>
  db.transaction('rw', db.meta, async () => {
    const left = ((await metaRow(db, 'notices'))?.waiting ?? []).slice(count);
    if (left.length > 0) await db.meta.put({ key: 'notices', waiting: left });
    else await db.meta.delete('notices');
  });

async function show(db: SamtaleDatabase, { id: connectionId }: Connection, group: NoticeGroup, text: Text): Promise<void> {
  const iconUrl = browser.runtime.getURL('/icon/128.png');
  if (group.kind === 'many') {
    const inbox = (await db.inboxes.get(group.inboxId))?.name ?? '';
    const name = nameOfNotice({ connectionId, inboxId: group.inboxId });
    await browser.notifications.create(name, {
      type: 'basic',
      iconUrl,
      title: text.plural('notifyMany', group.count, { inbox }),
      message: text.t('appName'),
    });
    return;
  }
  const { inboxId, conversationId, messageId, title } = group.notice;
  // One about the same conversation takes the other's place.
  await clearNoticesOf(conversationId);
  await browser.notifications.create(nameOfNotice({ connectionId, inboxId, conversationId, ...(messageId && { messageId }) }), {
    type: 'basic',
    iconUrl,
    title: await headOf(db, group.notice, text),
    message: title || text.t('appName'),
  });
}

async function headOf(db: SamtaleDatabase, notice: Notice, { t }: Text): Promise<string> {
  const { from } = notice;
  // Colleagues by first name, contacts in full.
  const name = 'name' in from ? from.name : ((await db.agents.get(from.agentId))?.name.split(' ')[0] ?? '');
  return t(noticeHead(notice), { name });
}
