import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import type { ViewFilter } from '../../domain/model/custom-view';
import { customViewId } from '../../domain/view/views-of';
import { SeededRandom } from '../../tests/simulation/seeded-random';
import { at, id } from '../../tests/support/rows';
import { SmallClient } from '../../tests/support/small-client';
import { SmallHub } from '../../tests/support/small-hub';
import { areViewsBehind, indexViewsOnce } from './index-views';
import { listView } from './list-view';
import { viewCounts } from './view-counts';

const view = id(900);
const inbox = id(10);

async function aClient(conversations = 8) {
  const hub = await SmallHub.start();
  for (let n = 0; n < conversations; n++) await hub.conversation(100 + n, 10, 1, { lastInboundAt: at + n, ownerId: n % 2 ? id(2) : null });
  await hub.conversation(200, 11);
  const client = new SmallClient(hub, 2);
  await client.sync();
  const save = (filter: Partial<ViewFilter> = {}, shared = false) =>
    client.act('saveView', { inboxId: inbox, viewId: view, name: 'Mine', filter: { states: ['open'], ...filter }, shared });
  const inView = async () =>
    (await listView(client.db, { inboxId: inbox, view: customViewId(view), order: 'newest', limit: 50 })).map((row) => row.id);
  const count = async () => (await viewCounts(client.db, inbox))[customViewId(view)];
  const whole = async (most?: number) => {
    while (await indexViewsOnce(client.db, most)) await client.checkDerived();
  };
  return { hub, client, save, inView, count, whole };
}

describe('custom views in the index', () => {
  it('VIEW-13 VIEW-12 K2 a view that was made holds what it names, in the order of the list, and shows no figure before it is whole', async () => {
    const { client, save, inView, count, whole } = await aClient();
    expect(await areViewsBehind(client.db)).toBe(false);
    await save({ owners: ['me'] });
    expect(await areViewsBehind(client.db)).toBe(true);
    await indexViewsOnce(client.db, 3);
    await indexViewsOnce(client.db, 3);
    expect(await count()).toBeUndefined();
    await whole(3);
    expect([await inView(), await count()]).toEqual([[107, 105, 103, 101].map(id), 4]);
    expect(await areViewsBehind(client.db)).toBe(false);
  });

  it('VIEW-13 what is done afterwards, offline or by a colleague, moves rows in and out of it at once', async () => {
    const { hub, client, save, inView, count, whole } = await aClient();
    await save({ owners: ['me'] });
    await whole();
    await client.act('closeConversation', { conversationId: id(107) });
    expect([await inView(), await count()]).toEqual([[105, 103, 101].map(id), 3]);
    await hub.act(3, 'assignConversation', { conversationId: id(100), ownerId: id(2) });
    await hub.act(3, 'assignConversation', { conversationId: id(105), ownerId: null });
    await client.sync();
    expect([await inView(), await count()]).toEqual([[103, 101, 100].map(id), 3]);
    await client.checkConverged();
  });

  it('VIEW-13 changed in the middle it begins anew; taken away, no row and no figure remembers it', async () => {
    const { client, save, inView, count, whole } = await aClient();
    await save({ owners: ['me'] });
    await indexViewsOnce(client.db, 3);
    await indexViewsOnce(client.db, 3);
    await save({ owners: ['nobody'] });
    await whole(3);
    expect([await inView(), await count()]).toEqual([[106, 104, 102, 100].map(id), 4]);
    await client.act('removeView', { inboxId: inbox, viewId: view });
    await whole(3);
    expect([await inView(), await count()]).toEqual([[], undefined]);
    expect(await client.db.conversations.filter(({ viewKeys }) => viewKeys.some(([, name]) => name === customViewId(view))).count()).toBe(0);
  });

  it('VIEW-13 INB-6 a colleague’s shared view comes with the sync, their private one does not', async () => {
    const { hub, client, inView, whole } = await aClient();
    const args = { inboxId: inbox, name: 'All', filter: { states: ['open' as const] } };
    await hub.act(3, 'saveView', { ...args, viewId: id(901), shared: false });
    await hub.act(3, 'saveView', { ...args, viewId: view, shared: true });
    await client.sync();
    await whole();
    expect(await inView()).toHaveLength(8);
    expect(await client.db.viewSettings.count()).toBe(0);
  });

  it('VIEW-13 THR-16 two tags that became one are one in the view, too, and the view is put together anew', async () => {
    const { hub, client, save, inView, whole } = await aClient();
    const [vip, gold] = [id(801), id(802)];
    await client.act('tagConversation', { conversationId: id(101), tagId: vip, name: 'VIP' });
    await client.act('tagConversation', { conversationId: id(102), tagId: gold, name: 'Gold' });
    await save({ tags: [gold] });
    await client.sync();
    await whole();
    expect(await inView()).toEqual([id(102)]);
    await hub.act('host', 'changeTags', { workspaceId: id(1), change: { do: 'merge', tagId: vip, into: gold } });
    await client.sync();
    expect(await areViewsBehind(client.db)).toBe(true);
    await whole();
    expect(await inView()).toEqual([102, 101].map(id));
  });

  it.each([1, 2, 3, 4, 5, 6])('VIEW-12 VIEW-13 K3 counters and keys are right after any history, stopped anywhere (%i)', async (seed) => {
    const { client, save, whole } = await aClient(12);
    const random = new SeededRandom(seed);
    const somebody = () => random.pick([id(2), id(3), null]);
    for (let n = 0; n < 40; n++) {
      const conversationId = id(100 + random.int(0, 11));
      const done = random.pick(['assign', 'close', 'reopen', 'view', 'slice', 'slice', 'slice'] as const);
      if (done === 'slice') await indexViewsOnce(client.db, random.int(1, 6));
      else if (done === 'view')
        await save({ owners: random.pick([['me'], ['nobody'], [id(3), 'nobody']]), states: random.pick([['open'], ['open', 'closed']]) });
      else {
        const [name, args] =
          done === 'assign'
            ? (['assignConversation', { conversationId, ownerId: somebody() }] as const)
            : ([done === 'close' ? 'closeConversation' : 'reopenConversation', { conversationId }] as const);
        await client.act(name, args as never).catch((refused: Error) => expect(refused.message).toContain(name));
      }
      await client.checkDerived();
    }
    await whole(2);
    expect(await areViewsBehind(client.db)).toBe(false);
  });
});
