import { expect, it } from 'vitest';
import { World } from '../../tests/support/world';

it('CTX-1 a contact of another workspace is none, whoever knows its id', async () => {
  const world = new World();
  const { conversationId, ids } = await world.mailFrom('ida@kunde.example');
  const foreign = { ...world.get('contacts', ids.contactId), id: world.id(), space: `workspace:${world.id()}` };
  world.rows.put('contacts', foreign);
  expect(await world.act(world.ann, 'attachContact', { conversationId, contactId: foreign.id })).toBe('not-found');
});

it('INB-6 K10 an agent of another inbox may not: to them the conversation does not exist', async () => {
  const world = new World();
  const { conversationId, ids } = await world.mailFrom('ida@kunde.example');
  expect(await world.act(world.carl, 'attachContact', { conversationId, contactId: ids.contactId })).toBe('not-found');
});
