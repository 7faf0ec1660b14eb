import { expect, it } from 'vitest';
import { World } from '../../tests/support/world';
import { viewsOf } from '../view/views-of';

const submit = async (world: World, fields: { label: string; value: string }[]) => {
  const ids = { conversationId: world.id(), messageId: world.id(), contactId: world.id(), eventId: world.id() };
  const form = { kind: 'form' as const, ids, channelId: world.form, receivedAt: world.at, fields };
  expect(await world.act('host', 'receiveMessage', form)).toBeUndefined();
  return { ids, form, conversation: world.get('conversations', ids.conversationId) };
};

it('CHN-11 CHN-6 every submission is a conversation, who gave an address a contact', async () => {
  const world = new World();
  const fields = [
    { label: 'Fornavn', value: 'Ida' },
    { label: 'Navn', value: 'Ida Vang' },
    { label: 'E-mail', value: 'Ida@kunde.example' },
    { label: 'Besked', value: 'Skriv til per@kunde.example' },
  ];
  const { conversation, ids } = await submit(world, fields);
  expect(viewsOf(conversation)).toEqual(['open', 'forms', 'unassigned']);
  expect(conversation).toMatchObject({ contactName: 'Ida Vang', contactAddress: 'ida@kunde.example', contactId: ids.contactId, subject: 'form' });
  expect(world.get('messages', ids.messageId).text).toContain('Besked: Skriv til per@kunde.example');
  await submit(world, fields);
  expect(world.rows.all('conversations')).toHaveLength(2);
  expect(world.rows.all('contacts')).toHaveLength(1);
});

it('CHN-11 an anonymous one is kept, and makes no contact', async () => {
  const world = new World();
  const { conversation } = await submit(world, [{ label: 'Besked', value: 'Tak' }]);
  expect(conversation).toMatchObject({ contactId: null, contactAddress: null });
  expect(world.rows.all('contacts')).toEqual([]);
});

it('VIEW-9 D14 a blocked sender’s goes to Spam with the rule', async () => {
  const world = new World();
  const rule = { id: world.id(), space: `workspace:${world.workspaceId}`, kind: 'block' as const, pattern: '@evil.example', at: world.at };
  await world.act('host', 'putRecord', { table: 'senderRules', row: rule });
  const { conversation } = await submit(world, [{ label: 'Email', value: 'eve@evil.example' }]);
  expect(conversation).toMatchObject({ spam: { reason: 'blocked-sender', rule: '@evil.example' }, dueAt: null, contactId: null });
});

it('I8 the same submission twice is one', async () => {
  const world = new World();
  const { form } = await submit(world, [{ label: 'Email', value: 'ida@kunde.example' }]);
  await world.act('host', 'receiveMessage', form);
  expect(world.rows.all('messages')).toHaveLength(1);
});
