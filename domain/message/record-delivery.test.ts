import { expect, it } from 'vitest';
import { minute, World } from '../../tests/support/world';

async function queued() {
  const world = new World();
  const { conversationId } = await world.mailFrom('ida@kunde.example');
  const { messageId } = await world.reply(world.ann, conversationId);
  const record = (state: 'queued' | 'sending' | 'sent' | 'failed' | 'unknown', text = '') => {
    world.at += minute;
    return world.act('host', 'recordDelivery', { messageId, conversationId, state, text });
  };
  return { world, conversationId, messageId, record };
}

it('RPL-1 the state and the server’s words stand on the message, a failure on the row', async () => {
  const { world, conversationId, messageId, record } = await queued();
  await record('sending');
  await record('failed', '550 5.1.1 no such user');
  expect(world.get('messages', messageId).delivery).toEqual({ state: 'failed', at: world.at, text: '550 5.1.1 no such user' });
  const deliveryProblem = { messageId, state: 'failed', text: '550 5.1.1 no such user' };
  expect(world.get('conversations', conversationId).deliveryProblem).toEqual(deliveryProblem);
});

it('S54 what nobody knew becomes known: the row’s problem goes', async () => {
  const { world, conversationId, record } = await queued();
  await record('sending');
  await record('unknown', 'connection lost after DATA');
  expect(world.get('conversations', conversationId).deliveryProblem?.state).toBe('unknown');
  await record('sent');
  expect(world.get('conversations', conversationId).deliveryProblem).toBeNull();
});

it('I8 I4 a report that is late or comes twice changes nothing: never back from sent', async () => {
  const { world, messageId, record } = await queued();
  await record('sent', '250 ok');
  const after = world.get('messages', messageId);
  for (const state of ['queued', 'sending', 'failed', 'unknown', 'sent'] as const) expect(await record(state, 'late')).toBeUndefined();
  expect(world.get('messages', messageId)).toEqual(after);
});

it('S30 a mail that failed stays failed, though an older report says it left', async () => {
  const { world, conversationId, messageId, record } = await queued();
  await record('failed', '550');
  await record('sent');
  expect(world.get('messages', messageId).delivery?.state).toBe('failed');
  expect(world.get('conversations', conversationId).deliveryProblem?.messageId).toBe(messageId);
});

it('I12 an attempt put off by the server is queued again', async () => {
  const { world, messageId, record } = await queued();
  await record('sending');
  await record('queued', '451 try again later');
  expect(world.get('messages', messageId).delivery).toMatchObject({ state: 'queued', text: '451 try again later' });
});

it('RPL-1 another mail’s arrival does not hide the one that failed', async () => {
  const { world, conversationId, messageId, record } = await queued();
  await record('failed');
  const { messageId: other } = await world.reply(world.ann, conversationId);
  await world.act('host', 'recordDelivery', { messageId: other, conversationId, state: 'sent', text: '' });
  expect(world.get('conversations', conversationId).deliveryProblem?.messageId).toBe(messageId);
});

it('K10 an agent may not: only the host records deliveries, of messages there are', async () => {
  const { world, conversationId, messageId } = await queued();
  const args = { messageId, conversationId, state: 'sent' as const, text: '' };
  expect(await world.act(world.ann, 'recordDelivery', args)).toBe('not-allowed');
  expect(await world.act('host', 'recordDelivery', { ...args, messageId: world.id() })).toBe('not-found');
});
