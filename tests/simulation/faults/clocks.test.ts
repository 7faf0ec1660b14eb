import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { readThread } from '../../../utils/store/read-thread';
import { aTeam, does, replies } from '../a-team';

it.each([
  ['a day ahead', 86_400_000],
  ['a day behind', -86_400_000],
])('F6 a clock %s changes neither order nor what counts as time', async (_, skew) => {
  const { hub, ann, bo, conversationId, settle } = await aTeam();
  ann.skew = skew;
  await replies(ann, hub, conversationId, 'first');
  await ann.sync();
  hub.now += 60_000;
  await replies(bo, hub, conversationId, 'second');
  await bo.sync();
  await settle();
  const ours = (await readThread(bo.db, conversationId)).messages.filter(({ direction }) => direction === 'out');
  expect(ours.map(({ text }) => text.slice(0, 6).trim())).toEqual(['first', 'second']);
});

it('F6 K9 THR-9 a clock an hour ahead does not close a bot’s chat early: the hub refuses, its author sees why', async () => {
  const { hub, ann, settle } = await aTeam();
  const channel = hub.store.all('channels').find(({ kind, inboxId }) => kind === 'chat' && inboxId === hub.support);
  const ids = { conversationId: hub.newId(), messageId: hub.newId(), contactId: hub.newId(), eventId: hub.newId() };
  const line = { kind: 'chat' as const, ids, channelId: channel?.id ?? '', receivedAt: hub.now, visitor: { name: 'Ida', address: null } };
  await hub.act('receiveMessage', { ...line, conversationId: null, text: 'Hi', bot: { name: 'Robo' }, author: 'visitor' });
  await ann.sync();
  ann.skew = 3_600_000;
  const { uuid } = await does(ann, 'closeConversation', { conversationId: ids.conversationId });
  await settle();
  expect((await ann.db.notApplied.get(uuid))?.refusal.refused).toBe('bot-not-handed-over');
  expect(hub.store.all('conversations').find(({ id }) => id === ids.conversationId)?.status).toBe('open');
});
