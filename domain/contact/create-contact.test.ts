import { expect, it } from 'vitest';
import { World } from '../../tests/support/world';

const asked = async (world: World) => ({ contactId: world.id(), conversationId: await world.chatLine(), name: 'Ida', email: null, phone: null });

it('CTX-6 a contact knows its folded address and number, and lies in the workspace', async () => {
  const world = new World();
  const args = { ...(await asked(world)), email: 'Ida@Kunde.example', phone: ' +45 1234 ' };
  expect(await world.act(world.ann, 'createContact', args)).toBeUndefined();
  expect(world.get('contacts', args.contactId)).toEqual({
    id: args.contactId,
    space: `workspace:${world.workspaceId}`,
    name: 'Ida',
    emails: ['ida@kunde.example'],
    phone: '+45 1234',
    companyId: null,
    ownerId: null,
    createdAt: world.at,
  });
});

it('CTX-6 no contact without a name, with what is no address, or with an address of our own', async () => {
  const world = new World();
  const args = await asked(world);
  expect(await world.act(world.ann, 'createContact', { ...args, name: ' ' })).toBe('bad-arguments');
  expect(await world.act(world.ann, 'createContact', { ...args, email: 'ida' })).toBe('bad-recipient');
  expect(await world.act(world.ann, 'createContact', { ...args, email: world.get('channels', world.mail).address })).toBe('address-taken');
});

it('K10 who is a contact already is not written over by one that is made', async () => {
  const world = new World();
  const { ids } = await world.mailFrom('per@kunde.example');
  expect(await world.act(world.ann, 'createContact', { ...(await asked(world)), contactId: ids.contactId })).toBe('has-contact');
  expect(world.get('contacts', ids.contactId).name).toBe('per@kunde.example');
});

it('INB-6 K10 an agent of another inbox may not: to them the conversation does not exist', async () => {
  const world = new World();
  expect(await world.act(world.carl, 'createContact', await asked(world))).toBe('not-found');
});
