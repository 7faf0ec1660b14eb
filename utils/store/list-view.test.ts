import 'fake-indexeddb/auto';
import { liveQuery } from 'dexie';
import { describe, expect, it, vi } from 'vitest';
import { at, id } from '../../tests/support/rows';
import { SmallClient } from '../../tests/support/small-client';
import { SmallHub } from '../../tests/support/small-hub';
import { listView } from './list-view';

async function filled() {
  const hub = await SmallHub.start();
  // 104 and 105 came in the same millisecond; their order must not change from page to page.
  for (const n of [103, 101, 102]) await hub.conversation(n, 10, 1, { lastInboundAt: at + n });
  for (const n of [105, 104]) await hub.conversation(n, 10, 1, { lastInboundAt: at + 104 });
  await hub.conversation(200, 11);
  const client = new SmallClient(hub, 2);
  await client.sync();
  return { hub, client };
}
const open = (client: SmallClient, order: 'newest' | 'oldest', limit: number) =>
  listView(client.db, { inboxId: id(10), view: 'open', order, limit }).then((rows) => rows.map((row) => row.id));

describe('listView', () => {
  it('LIST-1 K2 newest or oldest first, ties by id, of this inbox alone', async () => {
    const { client } = await filled();
    expect(await open(client, 'newest', 10)).toEqual([105, 104, 103, 102, 101].map(id));
    expect(await open(client, 'oldest', 3)).toEqual([101, 102, 103].map(id));
  });

  it('K2 Mine holds one’s own, whoever else owns something', async () => {
    const { hub, client } = await filled();
    await hub.act(3, 'assignConversation', { conversationId: id(101), ownerId: id(3) });
    await hub.act(3, 'assignConversation', { conversationId: id(102), ownerId: id(2) });
    await client.sync();
    const mine = await listView(client.db, { inboxId: id(10), view: 'mine', order: 'newest', limit: 10 });
    expect(mine.map((row) => row.id)).toEqual([id(102)]);
    await client.checkDerived();
  });

  it('P4 a live list follows an act at once', async () => {
    const { client } = await filled();
    const seen: string[][] = [];
    const subscription = liveQuery(() => open(client, 'newest', 10)).subscribe((rows) => seen.push(rows));
    await vi.waitFor(() => expect(seen).toHaveLength(1));
    await client.act('closeConversation', { conversationId: id(105) });
    await vi.waitFor(() => expect(seen.at(-1)).toEqual([104, 103, 102, 101].map(id)));
    subscription.unsubscribe();
  });
});
