import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { id } from '../../tests/support/rows';
import { SmallClient } from '../../tests/support/small-client';
import { SmallHub } from '../../tests/support/small-hub';
import { waitingChanges } from '../store/waiting-changes';
import { DeviceDatabase } from './device-database';
import { saveTypedWords } from './save-typed-words';
import { typedWordsKey } from './typed-place';
import { typedWordsOf } from './typed-words';

const content = (html: string) => ({ mode: 'reply' as const, to: [], cc: [], bcc: [], html, attachments: [] });

async function typedAt(place: string, html: string) {
  const device = new DeviceDatabase(`device-${crypto.randomUUID()}`);
  await device.settings.put({ key: typedWordsKey(place), value: { draftId: id(700), basedOn: 0, content: content(html) } });
  return device;
}

it('X13 what is typed and not saved yet is known, an emptied editor and another account are not counted', async () => {
  const device = await typedAt(`mine:${id(100)}:reply`, '<p>Dear Kari</p>');
  await device.settings.put({ key: typedWordsKey(`mine:${id(101)}:reply`), value: { draftId: id(701), basedOn: 0, content: content('') } });
  await device.settings.put({ key: typedWordsKey(`other:${id(100)}:reply`), value: { draftId: id(702), basedOn: 0, content: content('x') } });
  expect(await typedWordsOf(device, 'mine')).toMatchObject([{ conversationId: id(100), content: content('<p>Dear Kari</p>') }]);
});

it('X13 RPL-8 it becomes a draft that waits for the hub like any change; where none can be made it stays', async () => {
  const hub = await SmallHub.start();
  await hub.conversation(100);
  const client = new SmallClient(hub, 2);
  await client.sync();
  const [known] = await client.db.conversations.toArray();
  const device = await typedAt(`mine:${known?.id}:reply`, '<p>Dear Kari</p>');
  await device.settings.put({ key: typedWordsKey(`mine:${id(999)}:reply`), value: { draftId: id(703), basedOn: 0, content: content('Gone') } });
  await saveTypedWords(device, client.db, 'mine');
  expect(await waitingChanges(client.db)).toMatchObject([
    { name: 'saveDraft', args: { conversationId: known?.id, content: content('<p>Dear Kari</p>') } },
  ]);
  expect((await typedWordsOf(device, 'mine')).map(({ conversationId }) => conversationId)).toEqual([id(999)]);
});
