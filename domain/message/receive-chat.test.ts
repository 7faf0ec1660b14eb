import { expect, it } from 'vitest';
import { hour, minute, World } from '../../tests/support/world';
import { viewsOf } from '../view/views-of';

it('VIEW-4 CTX-6 a chat begins; its visitor becomes no contact by themselves', async () => {
  const world = new World();
  const conversationId = await world.chatLine({ visitor: { name: 'Ida', address: 'ida@kunde.example' }, text: 'Is it open?' });
  expect(viewsOf(world.get('conversations', conversationId))).toEqual(['open', 'chat', 'unassigned']);
  expect(world.get('conversations', conversationId)).toMatchObject({ contactName: 'Ida', contactId: null, preview: 'Is it open?' });
  expect(world.rows.all('contacts')).toEqual([]);
});

it('CTX-6 a visitor whose address we know is that contact', async () => {
  const world = new World();
  const { ids } = await world.mailFrom('ida@kunde.example');
  const conversationId = await world.chatLine({ visitor: { name: 'Ida', address: 'Ida@kunde.example' } });
  expect(world.get('conversations', conversationId).contactId).toBe(ids.contactId);
});

it('D28 D4 a visitor’s line goes on in its chat and reopens it', async () => {
  const world = new World();
  const conversationId = await world.chatLine();
  await world.act(world.ann, 'closeConversation', { conversationId });
  expect(await world.chatLine({ conversationId })).toBe(conversationId);
  expect(world.get('conversations', conversationId)).toMatchObject({ status: 'open', channel: 'chat', messageCount: 4 });
});

it('INB-6 a chat of another channel cannot be written into', async () => {
  const world = new World();
  const { conversationId } = await world.mailFrom('ida@kunde.example');
  await world.chatLine({ conversationId });
  expect(world.get('conversations', conversationId).messageCount).toBe(1);
  expect(world.rows.all('conversations')).toHaveLength(2);
});

it('VIEW-5 THR-9 a bot leads until a line comes without it; its words are no answer of ours', async () => {
  const world = new World();
  const bot = { name: 'Hjælper' };
  const conversationId = await world.chatLine({ bot });
  const first = world.at;
  expect(world.get('conversations', conversationId).dueAt).toBeNull();
  world.at += minute;
  await world.chatLine({ conversationId, author: 'bot', bot, text: 'Which order?' });
  const led = world.get('conversations', conversationId);
  expect(viewsOf(led)).toEqual(['open', 'chat', 'unassigned', 'bots']);
  expect(led).toMatchObject({ bot: { ...bot, handedOverAt: null, lastVisitorAt: first }, lastOutboundAt: null, preview: 'Which order?' });

  world.at += minute;
  await world.chatLine({ conversationId, bot: null });
  expect(world.get('conversations', conversationId)).toMatchObject({
    bot: { handedOverAt: world.at, lastVisitorAt: world.at },
    dueAt: world.at + 2 * hour,
  });
});

it('VIEW-3 a greeting nobody has answered stands in no view', async () => {
  const world = new World();
  const conversationId = await world.chatLine({ author: 'bot', bot: { name: 'Hjælper' }, text: 'Hej' });
  expect(viewsOf(world.get('conversations', conversationId))).toEqual([]);
});

it('THR-6 a blocked visitor’s lines do not reach the inbox', async () => {
  const world = new World();
  const rule = { id: world.id(), space: `workspace:${world.workspaceId}`, kind: 'block' as const, pattern: 'ida@kunde.example', at: world.at };
  await world.act('host', 'putRecord', { table: 'senderRules', row: rule });
  await world.chatLine({ visitor: { name: 'Ida', address: 'ida@kunde.example' } });
  expect(world.rows.all('conversations')).toEqual([]);
});

it('I8 the same line twice is one', async () => {
  const world = new World();
  const ids = { conversationId: world.id(), messageId: world.id(), contactId: world.id(), eventId: world.id() };
  for (let n = 0; n < 2; n++) await world.chatLine({ ids });
  expect(world.rows.all('messages')).toHaveLength(1);
});
