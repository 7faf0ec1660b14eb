import type { Agent } from '../../domain/model/agent';
import type { Channel } from '../../domain/model/channel';
import type { Inbox } from '../../domain/model/inbox';
import type { Member } from '../../domain/model/member';
import type { StoppedChannel } from '../../domain/model/stopped-channel';
import { databaseNameOf, deviceDatabaseName } from '../../utils/connection/database-name';
import type { Connection, DeviceSetting } from '../../utils/connection/device-database';
import { openedLast } from '../../utils/connection/opened-last';
import { migrations } from '../../utils/store/migrations/migrations';
import { answerOf, openAsItIs } from '../../utils/store/open-as-it-is';
import { rowsOfView } from '../../utils/store/rows-of-view';
import type { ListPlace } from '../conversation-list/use-list';
import { settingKeys, settingsOf } from '../panel/device-settings';
import { inboxesByName, placeAmong, placeKey, placeOf } from '../panel/kept-place';
import { landingKey } from '../panel/landing';
import type { Ahead } from './ahead';

export type Surface = 'panel' | 'popup';

/** Dexie counts in tens. */
const versionOf = (dexie: number) => dexie * 10;
const newest = Math.max(...migrations.map(({ version }) => version));

/** Enough to fill the screen; a popup becomes as high as its page only when that is drawn. */
const rowsOnScreen = (compact: boolean) => Math.ceil(Math.max(innerHeight, 600) / (compact ? 55 : 78));

/** `undefined`: the page opens with something else, or the store is not as this code knows it. */
export async function readOpening(surface: Surface): Promise<Ahead | undefined> {
  const device = await readDevice();
  if (!device) return undefined;
  const { connection, kept, settings } = device;
  const store = await openAsItIs(databaseNameOf(connection.id), versionOf(newest));
  if (!store) return undefined;
  try {
    const transaction = store.transaction(['agents', 'inboxes', 'members', 'channels', 'stoppedChannels', 'conversations']);
    const all = <T>(table: string) => answerOf<T[]>(transaction.objectStore(table).getAll());
    const limit = rowsOnScreen(settingsOf(settings).density === 'compact');
    const of = (place: ListPlace): ListPlace => (surface === 'popup' ? { inboxId: place.inboxId, view: 'unassigned', order: 'newest' } : place);
    // Nearly always one is where one was: asked for beside the inboxes that say so.
    const likely = kept && rowsOfView(transaction, { ...of(kept), limit });
    const [agents, inboxes, members, channels, stopped] = await Promise.all([
      all<Agent>('agents'),
      all<Inbox>('inboxes'),
      all<Member>('members'),
      all<Channel>('channels'),
      all<StoppedChannel>('stoppedChannels'),
    ]);
    const place = placeAmong(inboxesByName(inboxes, settingsOf(settings).locale), kept);
    // A notice stands above the rows then.
    if (!place || stopped.length > 0) return undefined;
    const rows = await (place === kept ? likely : rowsOfView(transaction, { ...of(place), limit }));
    if (!rows || rows.length === 0) return undefined;
    return { settings, connection, tables: { agents, inboxes, members, channels, stopped }, kept, place: of(place), rows };
  } finally {
    store.close();
  }
}

async function readDevice() {
  const device = await openAsItIs(deviceDatabaseName, versionOf(1));
  if (!device) return undefined;
  try {
    const transaction = device.transaction(['connections', 'settings']);
    const table = transaction.objectStore('settings');
    const setting = async (key: string) => (await answerOf<DeviceSetting | undefined>(table.get(key)))?.value;
    const [connections, ...values] = await Promise.all([
      answerOf<Connection[]>(transaction.objectStore('connections').getAll()),
      ...settingKeys.map(setting),
    ]);
    const connection = openedLast(connections);
    // Above made-up rows it says that they are.
    if (!connection || (connection.kind === 'local' && connection.sample)) return undefined;
    const [place, landing] = await Promise.all([setting(placeKey(connection.id)), setting(landingKey(connection.id))]);
    // Somebody is on the way into a thread.
    if (landing !== undefined) return undefined;
    return { connection, settings: new Map(settingKeys.map((key, at) => [key as string, values[at]])), kept: placeOf(place) };
  } finally {
    device.close();
  }
}
