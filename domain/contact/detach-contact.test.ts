import { expect, it } from 'vitest';
import { World } from '../../tests/support/world';

it('D17 a chat whose visitor gave no address keeps the name they gave', async () => {
  const world = new World();
  const conversationId = await world.chatLine();
  await world.act(world.ann, 'createContact', { contactId: world.id(), conversationId, name: 'Ida Ny', email: null, phone: null });
  expect(await world.act(world.ann, 'detachContact', { conversationId })).toBeUndefined();
  expect(world.get('conversations', conversationId)).toMatchObject({
    contactId: null,
    contactDetached: true,
    contactName: 'Ida Ny',
    contactAddress: null,
  });
});

it('INB-6 K10 an agent of another inbox may not: to them the conversation does not exist', async () => {
  const world = new World();
  const { conversationId } = await world.mailFrom('ida@kunde.example');
  expect(await world.act(world.carl, 'detachContact', { conversationId })).toBe('not-found');
});
