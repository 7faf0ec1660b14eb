import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { at, id } from '../../tests/support/rows';
import { SmallClient } from '../../tests/support/small-client';
import { SmallHub } from '../../tests/support/small-hub';
import { metaRow } from './me';

const told = async (client: SmallClient) =>
  ((await metaRow(client.db, 'notices'))?.waiting ?? []).map(({ event, conversationId }) => [event, conversationId]);
const said = { text: 'Hm', html: '', mentions: [], attachments: [], draftId: null };
const mine = { ownerId: id(2), firstInboundAt: at, lastInboundAt: at };

it('NTF-1 a first sync brings history: nothing of it is news', async () => {
  const hub = await SmallHub.start();
  await hub.conversation(101, 10, 1, mine);
  const client = new SmallClient(hub, 2);
  await client.sync();
  expect(await told(client)).toEqual([]);
});

it('NTF-1 what a colleague gives me is news, once; what I take is not, here or on another device of mine', async () => {
  const hub = await SmallHub.start();
  for (const n of [101, 102, 103]) await hub.conversation(n, 10);
  const client = new SmallClient(hub, 2);
  const other = new SmallClient(hub, 2);
  await client.sync();
  await other.sync();

  await hub.act(3, 'assignConversation', { conversationId: id(101), ownerId: id(2) });
  await client.act('assignConversation', { conversationId: id(102), ownerId: id(2) });
  await client.sync();
  await other.act('assignConversation', { conversationId: id(103), ownerId: id(2) });
  await other.sync();
  await client.sync();
  await client.sync();
  expect(await told(client)).toEqual([['assignment', id(101)]]);
});

it('THR-18 what is done in one I follow is news: a colleague’s comment, and that it was closed; once I stopped, no more', async () => {
  const hub = await SmallHub.start();
  for (const n of [101, 102]) await hub.conversation(n, 10);
  const client = new SmallClient(hub, 2);
  await client.sync();
  for (const n of [101, 102]) await client.act('followConversation', { conversationId: id(n) });
  await client.sync();
  await hub.act(3, 'closeConversation', { conversationId: id(101) });
  await hub.act(3, 'addComment', { ...said, conversationId: id(102), messageId: id(950) });
  await client.sync();
  expect(await told(client)).toEqual([
    ['followed', id(101)],
    ['followed', id(102)],
  ]);

  await client.act('unfollowConversation', { conversationId: id(102) });
  await client.sync();
  await hub.act(3, 'addComment', { ...said, conversationId: id(102), messageId: id(951) });
  await client.sync();
  expect(await told(client)).toHaveLength(2);
});
