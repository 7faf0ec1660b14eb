import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { id } from '../../tests/support/rows';
import { SmallClient } from '../../tests/support/small-client';
import { SmallHub } from '../../tests/support/small-hub';
import { draftPlace, typedWordsKey } from '../../utils/connection/typed-place';
import { typedWordsOf } from '../../utils/connection/typed-words';
import { device } from '../panel/device';
import { bringTyped } from './bring-typed';

it('THR-17 RPL-8 words typed last in a conversation merged away since lie in the target, and take the place of none that are typed there', async () => {
  const hub = await SmallHub.start();
  for (const conversation of [100, 200, 300]) await hub.conversation(conversation);
  const client = new SmallClient(hub, 2);
  await client.sync();
  const content = (html: string) => ({ mode: 'reply' as const, to: [], cc: [], bcc: [], html, attachments: [] });
  const typed = (conversation: number, n: number, html: string) =>
    device.settings.put({
      key: typedWordsKey(draftPlace('mine', id(conversation), 'reply')),
      value: { draftId: id(n), basedOn: 0, content: content(html) },
    });
  const lie = async () => (await typedWordsOf(device, 'mine')).map((words) => [words.conversationId, words.content.html]).sort();
  await typed(200, 700, 'of 200');
  await typed(300, 701, 'of 300');
  await bringTyped(client.db, 'mine', id(100), 'reply');
  const apart = [
    [id(200), 'of 200'],
    [id(300), 'of 300'],
  ];
  expect(await lie()).toEqual(apart);
  await client.act('mergeConversations', { conversationId: id(100), sourceId: id(200), keepTicketId: null });
  await bringTyped(client.db, 'mine', id(100), 'comment');
  expect(await lie()).toEqual(apart);
  await bringTyped(client.db, 'mine', id(100), 'reply');
  const brought = [
    [id(100), 'of 200'],
    [id(300), 'of 300'],
  ];
  expect(await lie()).toEqual(brought);
  await client.act('mergeConversations', { conversationId: id(100), sourceId: id(300), keepTicketId: null });
  await bringTyped(client.db, 'mine', id(100), 'reply');
  expect(await lie()).toEqual(brought);
});
