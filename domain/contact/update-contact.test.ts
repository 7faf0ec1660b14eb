import { expect, it } from 'vitest';
import { World } from '../../tests/support/world';

async function known() {
  const world = new World();
  const { ids } = await world.mailFrom('ida@kunde.example');
  return { world, contactId: ids.contactId };
}

it('CTX-3 what is not named stays, and an emptied number is none', async () => {
  const { world, contactId } = await known();
  await world.act(world.ann, 'updateContact', { contactId, phone: ' 12 34 ' });
  await world.act(world.ann, 'updateContact', { contactId, ownerId: world.bo });
  expect(world.get('contacts', contactId)).toMatchObject({ phone: '12 34', ownerId: world.bo });
  await world.act(world.ann, 'updateContact', { contactId, phone: '' });
  expect(world.get('contacts', contactId)).toMatchObject({ phone: null, ownerId: world.bo });
});

it('CTX-3 the owner is an agent who is there', async () => {
  const { world, contactId } = await known();
  world.set('agents', world.bo, { active: false });
  expect(await world.act(world.ann, 'updateContact', { contactId, ownerId: world.bo })).toBe('not-found');
  expect(await world.act(world.ann, 'updateContact', { contactId, ownerId: world.id() })).toBe('not-found');
});

it('K10 an agent of another workspace may not: to them the contact does not exist', async () => {
  const { world, contactId } = await known();
  world.set('agents', world.carl, { space: `workspace:${world.id()}` });
  expect(await world.act(world.carl, 'updateContact', { contactId, phone: '1' })).toBe('not-found');
});
