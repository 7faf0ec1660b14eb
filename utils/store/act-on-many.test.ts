import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { partOf } from '../../domain/bulk/part-of';
import { id } from '../../tests/support/rows';
import { SmallClient } from '../../tests/support/small-client';
import { SmallHub } from '../../tests/support/small-hub';
import { enqueue } from './mutate';

async function started() {
  const hub = await SmallHub.start();
  for (const n of [100, 101, 102, 103]) await hub.conversation(n, 10);
  const client = new SmallClient(hub, 2);
  await client.sync();
  const standing = async () => Promise.all([100, 101, 102, 103].map(async (n) => (await client.conversation(n))?.status));
  return { hub, client, standing };
}

it('LIST-3 K20 what the hub refuses of some it leaves as it is, and does the others; each stands then as the hub has it', async () => {
  const { hub, client, standing } = await started();
  await client.act('actOnMany', { act: 'closeConversation', ids: [id(100), id(101), id(102)] });
  expect(await standing()).toEqual(['closed', 'closed', 'closed', 'open']);
  await client.checkDerived();
  await hub.act(3, 'trashConversation', { conversationId: id(101) });
  await client.sync();
  expect(await standing()).toEqual(['closed', 'open', 'closed', 'open']);
  expect(await client.db.notApplied.count()).toBe(0);
  await client.checkConverged();
});

it('LIST-3 X26 taken back offline, before the hub heard of it, and after', async () => {
  const { hub, client, standing } = await started();
  const ids = [id(100), id(101), id(102)];
  const early = await client.act('actOnMany', { act: 'trashConversation', ids });
  await client.act('actOnMany', { act: 'undo', ids: ids.map((one) => partOf(early, one)).reverse() });
  expect((await client.conversation(100))?.trashed).toBeNull();
  await client.sync();
  await client.checkConverged();

  const late = await client.act('actOnMany', { act: 'closeConversation', ids });
  await client.sync();
  await hub.act(3, 'reopenConversation', { conversationId: id(101) });
  await client.sync();
  const answer = await enqueue(client.db, 'actOnMany', { act: 'undo', ids: ids.map((one) => partOf(late, one)).reverse() });
  expect(answer.refused ? answer : answer.left).toEqual([{ id: partOf(late, id(101)), refusal: { refused: 'changed-since' } }]);
  await client.sync();
  expect(await standing()).toEqual(['open', 'open', 'open', 'open']);
  await client.checkConverged();
});

it('K20 a page about a row of one of them does that one again and leaves the others as they stand', async () => {
  const { hub, client } = await started();
  await client.act('actOnMany', { act: 'closeConversation', ids: [id(100), id(101)] });
  await client.act('actOnMany', { act: 'closeConversation', ids: [id(102), id(103)] });
  const readOf = async () => (await client.db.outbox.toArray()).map(({ reads }) => reads.length);
  await client.db.outbox.toCollection().modify({ reads: [] });
  await hub.act(3, 'assignConversation', { conversationId: id(100), ownerId: id(3) });
  await client.pullOnce();
  const [first = 0, second = 0] = await readOf();
  expect([first > 0, second]).toEqual([true, 0]);
  await client.checkDerived();
});
