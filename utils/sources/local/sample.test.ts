import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, expect, it, vi } from 'vitest';
import { undoSendMs } from '../../../domain/message/undo-send';
import { viewNames } from '../../../domain/view/views-of';
import { recount } from '../../../tests/contract/recount';
import { clearUnfinished } from '../../archive/clear-unfinished';
import { databaseNameOf } from '../../connection/database-name';
import { DeviceDatabase } from '../../connection/device-database';
import { openDatabase } from '../../store/database';
import { mutate } from '../../store/mutate';
import { newId } from '../../store/new-id';
import { readThread } from '../../store/read-thread';
import { viewCounts } from '../../store/view-counts';
import { deleteLocalWorkspace } from './delete-local-workspace';
import { deliverSample } from './deliver-sample';
import { setUpSample } from './set-up-sample';

const locks = {
  request: ((_name: string, ...rest: unknown[]) => (rest.at(-1) as (lock: unknown) => Promise<unknown>)({})) as LockManager['request'],
};
const now = Date.UTC(2026, 10, 21, 9);
afterEach(() => vi.useRealTimers());

it('SUR-9 a sample fills every view by the same rules, works like any workspace, sends nothing, and is gone at once', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now });
  const device = new DeviceDatabase(`device-${newId()}`);
  const began = performance.now();
  const connection = await setUpSample({ device, locks, now });
  console.log(`sample: ${Math.round(performance.now() - began)} ms`);
  const db = openDatabase(databaseNameOf(connection.id));
  expect(await device.connections.toArray()).toEqual([expect.objectContaining({ kind: 'local', sample: true, agentName: 'Mette Kjær' })]);
  expect(await device.settings.count()).toBe(0);

  const inboxes = await db.inboxes.toCollection().primaryKeys();
  const counts = await Promise.all(inboxes.map((id) => viewCounts(db, id)));
  for (const view of viewNames.filter((name) => !['messenger', 'whatsapp', 'sms', 'custom'].includes(name)))
    expect(
      counts.reduce((sum, count) => sum + count[view], 0),
      view,
    ).toBeGreaterThan(0);
  const conversations = await db.conversations.toArray();
  expect(conversations.length).toBeGreaterThan(60);
  for (const { inboxId, counts: kept } of await db.counters.toArray())
    expect(Object.fromEntries(Object.entries(kept).filter(([, count]) => count !== 0))).toEqual(
      recount(conversations.filter((row) => row.inboxId === inboxId)),
    );
  const named = (await db.threads.toArray()).flatMap(({ messages }) =>
    messages.flatMap(({ attachments }) => attachments.flatMap(({ hash }) => hash ?? [])),
  );
  expect(named.length).toBeGreaterThan(0);
  expect((await db.files.bulkGet(named)).every((file) => file !== undefined)).toBe(true);
  expect([await db.outbox.count(), await db.outboundMails.count(), await db.base.count()]).toEqual([0, 0, 0]);

  const open = conversations.find(({ channel, status, spam, trashed }) => channel === 'email' && status === 'open' && !spam && !trashed);
  const [channel] = (await db.channels.toArray()).filter(({ kind, inboxId }) => kind === 'email' && inboxId === open?.inboxId);
  const conversationId = open?.id ?? '';
  const to = [{ name: '', address: open?.contactAddress ?? '' }];
  const reply = () => ({
    messageId: newId(),
    conversationId,
    channelId: channel?.id ?? '',
    to,
    cc: [],
    bcc: [],
    subject: 'Re',
    inReplyTo: null,
    draftId: null,
  });
  const words = { text: 'Ja tak', html: '<p>Ja tak</p>', attachments: [] };
  const sent = await mutate(db, 'sendReply', { ...reply(), ...words });
  const stays = reply();
  await mutate(db, 'sendReply', { ...stays, ...words });
  const content = { mode: 'reply' as const, to: [], cc: [], bcc: [], html: '<p>Ja tak</p>', attachments: [] };
  expect(await mutate(db, 'cancelSend', { actId: sent.uuid ?? '', conversationId, draft: { id: newId(), content } })).toHaveProperty('uuid');
  expect(await deliverSample(db, now)).toBe(now + undoSendMs);
  expect(await deliverSample(db, now + undoSendMs)).toBeUndefined();
  const { messages } = await readThread(db, conversationId);
  expect(messages.filter(({ text }) => text.startsWith('Ja tak')).map(({ id, delivery }) => [id, delivery?.state])).toEqual([
    [stays.messageId, 'sent'],
  ]);
  expect(await db.outboundMails.count()).toBe(0);

  db.close();
  await deleteLocalWorkspace(device, connection.id);
  expect(await Dexie.getDatabaseNames()).toEqual([device.name]);
  expect([await device.connections.count(), await device.settings.count()]).toEqual([0, 0]);
  await clearUnfinished(device, locks);
  await device.delete();
});
