import { expect, it } from 'vitest';
import { minute, World } from '../../tests/support/world';

it('K10 an agent may not: only the host receives', async () => {
  const world = new World();
  expect(await world.act(world.ann, 'receiveMessage', world.aMail('ida@kunde.example'))).toBe('not-allowed');
});

it('CHN-1 into a channel there is, of the host’s own workspace', async () => {
  const world = new World();
  expect(await world.act('host', 'receiveMessage', world.aMail('ida@kunde.example', { channelId: world.id() }))).toBe('not-found');
  world.set('inboxes', world.support, { workspaceId: world.id() });
  expect(await world.act('host', 'receiveMessage', world.aMail('ida@kunde.example'))).toBe('not-found');
});

it('I12 what does not fit the contract is a refusal, not a fault', async () => {
  const world = new World();
  const mail = { ...world.aMail('ida@kunde.example'), rawHash: 'nonsense' };
  expect(await world.act('host', 'receiveMessage', mail)).toBe('bad-arguments');
});

it('I12 a mail that could not be read is kept and says so', async () => {
  const world = new World();
  const { conversationId, ids } = await world.mailFrom('ida@kunde.example', { unreadable: 'too-deep', text: '', subject: '' });
  expect(world.get('messages', ids.messageId)).toMatchObject({ unreadable: 'too-deep', rawHash: expect.any(String) });
  expect(world.get('conversations', conversationId).status).toBe('open');
});

it('VIEW-12 whatever came in, the row’s counts and times are those of its thread', async () => {
  const world = new World();
  const chat = await world.chatLine({ bot: { name: 'Hjælper' } });
  world.at += minute;
  await world.chatLine({ conversationId: chat, author: 'bot', bot: { name: 'Hjælper' }, text: 'What is it about?' });
  const { conversationId } = await world.mailFrom('ida@kunde.example');
  for (const id of [chat, conversationId]) expect(world.get('conversations', id).messageCount).toBe(world.thread(id).length);
});
