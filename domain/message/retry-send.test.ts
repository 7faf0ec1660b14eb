import { expect, it } from 'vitest';
import { minute, World } from '../../tests/support/world';

async function failed(state: 'failed' | 'unknown' = 'failed') {
  const world = new World();
  const { conversationId } = await world.mailFrom('ida@kunde.example');
  world.at += minute;
  const { messageId } = await world.reply(world.ann, conversationId);
  await world.act('host', 'recordDelivery', { messageId, conversationId, state, text: '550 no such user' });
  world.at += minute;
  return { world, conversationId, messageId };
}

it.each(['failed', 'unknown'] as const)('I2 a mail that is %s goes again as the same mail: same Message-ID, text and author', async (state) => {
  const { world, conversationId, messageId } = await failed(state);
  const newMessageId = world.id();
  const { uuid, refused } = await world.try(world.bo, 'retrySend', { messageId, conversationId, newMessageId });
  expect(refused).toBeUndefined();

  const [first, again] = [world.get('messages', messageId), world.get('messages', newMessageId)];
  expect(again).toEqual({ ...first, id: newMessageId, receivedAt: world.at, delivery: { state: 'queued', at: world.at, text: '' } });
  expect(first.delivery?.state).toBe(state);
  expect(world.get('outboundMails', uuid)).toMatchObject({ rfcMessageId: first.rfcMessageId, from: { name: 'Ann Berg Holm, Havnegaard' } });
  expect(world.get('bodies', newMessageId).html).toBe(world.get('bodies', messageId).html);
  expect(world.get('conversations', conversationId)).toMatchObject({ deliveryProblem: null, messageCount: 3 });
});

it('CHN-3 it leaves from the address it left from', async () => {
  const world = new World();
  const { conversationId } = await world.mailFrom('ida@kunde.example');
  const channelId = world.id();
  world.rows.put('channels', { ...world.get('channels', world.mail), id: channelId, address: 'orders@havnegaard.example' });
  const { messageId } = await world.reply(world.ann, conversationId, { channelId });
  await world.act('host', 'recordDelivery', { messageId, conversationId, state: 'failed', text: '' });
  const { uuid } = await world.try(world.ann, 'retrySend', { messageId, conversationId, newMessageId: world.id() });
  expect(world.get('outboundMails', uuid).from.address).toBe('orders@havnegaard.example');
});

it('I2 two agents who press it both send it once', async () => {
  const { world, conversationId, messageId } = await failed();
  await world.act(world.ann, 'retrySend', { messageId, conversationId, newMessageId: world.id() });
  expect(await world.act(world.bo, 'retrySend', { messageId, conversationId, newMessageId: world.id() })).toBe('already-sent');
  expect(world.rows.all('outboundMails')).toHaveLength(2);
});

it('I2 once the second try has failed too it can be tried a third time', async () => {
  const { world, conversationId, messageId } = await failed();
  const second = world.id();
  await world.act(world.ann, 'retrySend', { messageId, conversationId, newMessageId: second });
  await world.act('host', 'recordDelivery', { messageId: second, conversationId, state: 'failed', text: '' });
  expect(await world.act(world.ann, 'retrySend', { messageId: second, conversationId, newMessageId: world.id() })).toBeUndefined();
});

it('I2 what is under way or has arrived is refused, and so is what never was a mail', async () => {
  const world = new World();
  const { conversationId, ids } = await world.mailFrom('ida@kunde.example');
  const { messageId } = await world.reply(world.ann, conversationId);
  const again = { messageId, conversationId, newMessageId: world.id() };
  expect(await world.act(world.ann, 'retrySend', again)).toBe('already-sent');
  await world.act('host', 'recordDelivery', { messageId, conversationId, state: 'sent', text: '' });
  expect(await world.act(world.ann, 'retrySend', again)).toBe('already-sent');
  expect(await world.act(world.ann, 'retrySend', { ...again, messageId: ids.messageId })).toBe('already-sent');
});

it('INB-6 K10 an agent of another inbox may not: to them neither conversation nor message exists', async () => {
  const { world, conversationId, messageId } = await failed();
  expect(await world.act(world.carl, 'retrySend', { messageId, conversationId, newMessageId: world.id() })).toBe('not-found');
  const other = await world.mailFrom('per@kunde.example');
  const mixed = { messageId, conversationId: other.conversationId, newMessageId: world.id() };
  expect(await world.act(world.ann, 'retrySend', mixed)).toBe('not-found');
});
