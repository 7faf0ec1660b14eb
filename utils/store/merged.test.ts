import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { id } from '../../tests/support/rows';
import { SmallClient } from '../../tests/support/small-client';
import { SmallHub } from '../../tests/support/small-hub';
import { readThread } from './read-thread';

const thread = async ({ db }: SmallClient, conversation: number) =>
  (await readThread(db, id(conversation))).messages.filter(({ kind }) => kind !== 'event').length;
const merge = { conversationId: id(100), sourceId: id(200), keepTicketId: null };

it('THR-17 offline each message stands in one thread at once, Undo puts it back, and both devices have what the hub has', async () => {
  const hub = await SmallHub.start();
  await hub.conversation(100);
  await hub.conversation(200);
  const [ann, bo] = [new SmallClient(hub, 3), new SmallClient(hub, 2)];
  for (const device of [ann, bo]) await device.sync();
  const [first, second] = [await thread(ann, 100), await thread(ann, 200)];
  expect(second).toBeGreaterThan(0);
  const act = await ann.act('mergeConversations', merge);
  expect([await thread(ann, 100), await thread(ann, 200)]).toEqual([first + second, 0]);
  for (const device of [ann, bo]) {
    await device.sync();
    expect([await thread(device, 100), await thread(device, 200)]).toEqual([first + second, 0]);
    await device.checkConverged();
  }
  await ann.act('undo', { actId: (await ann.db.undoEntries.toArray()).at(-1)?.id ?? '' });
  expect([await thread(ann, 100), await thread(ann, 200)]).toEqual([first, second]);
  for (const device of [ann, bo]) {
    await device.sync();
    expect([await thread(device, 100), await thread(device, 200)]).toEqual([first, second]);
    await device.checkConverged();
  }
  expect(act).toBeDefined();
});

it('D16 merged both ways offline: exactly one wins, the other is told, and nothing is lost', async () => {
  const hub = await SmallHub.start();
  await hub.conversation(100);
  await hub.conversation(200);
  const [ann, bo] = [new SmallClient(hub, 3), new SmallClient(hub, 2)];
  for (const device of [ann, bo]) await device.sync();
  const all = (await thread(ann, 100)) + (await thread(ann, 200));
  await ann.act('mergeConversations', merge);
  await bo.act('mergeConversations', { conversationId: id(200), sourceId: id(100), keepTicketId: null });
  await bo.act('closeConversation', { conversationId: id(100) });
  for (const device of [ann, bo, ann]) await device.sync();
  for (const device of [ann, bo]) {
    expect([await thread(device, 100), await thread(device, 200)]).toEqual([all, 0]);
    expect((await device.db.conversations.get(id(100)))?.status).toBe('closed');
    await device.checkConverged();
  }
  expect((await bo.db.notApplied.toArray()).map(({ refusal }) => refusal.refused)).toEqual(['already-merged']);
});

it('THR-17 VIEW-10 INB-6 split off, then deleted for good or taken into another inbox, no device keeps it where it lay', async () => {
  const hub = await SmallHub.start();
  for (const conversation of [100, 300]) await hub.conversation(conversation, 10, 2);
  const [ann, late] = [new SmallClient(hub, 2), new SmallClient(hub, 2)];
  for (const device of [ann, late]) await device.sync();
  for (const conversation of [100, 300]) {
    const [conversationId, messageId, newConversationId] = [id(conversation), id(conversation * 1000 + 1), id(conversation + 1)];
    await ann.act('splitConversation', { conversationId, messageId, newConversationId });
  }
  await ann.act('trashConversation', { conversationId: id(101) });
  await ann.act('deleteForever', { conversationId: id(101) });
  await ann.act('moveConversation', { conversationId: id(301), inboxId: id(11), alongside: [] });
  for (const device of [ann, late]) {
    await device.sync();
    expect([await thread(device, 100), await thread(device, 300), await thread(device, 301)]).toEqual([1, 1, 1]);
    await device.checkConverged();
  }
});
