import { expect, it } from 'vitest';
import { hour, World } from '../../tests/support/world';
import { isAvailable } from './is-available';

const own = (world: World) => world.get('agents', world.ann);

it('AVL-1 who has never said is available; away and back says since when, said twice it stays', async () => {
  const world = new World();
  expect(isAvailable(own(world), world.at)).toBe(true);
  expect(await world.act(world.ann, 'setAvailability', { agentId: world.ann, state: 'available' })).toBeUndefined();
  expect(own(world)).not.toHaveProperty('availability');

  const left = world.at;
  await world.act(world.ann, 'setAvailability', { agentId: world.ann, state: 'away' });
  expect(isAvailable(own(world), world.at)).toBe(false);
  world.at += hour;
  await world.act(world.ann, 'setAvailability', { agentId: world.ann, state: 'away' });
  expect(own(world).availability).toEqual({ state: 'away', since: left });
  await world.act(world.ann, 'setAvailability', { agentId: world.ann, state: 'available' });
  expect(own(world).availability).toEqual({ state: 'available', since: left + hour });
});

it('AVL-2 away one keeps what one owns', async () => {
  const world = new World();
  const { conversationId } = await world.mailFrom('kari@kunde.example');
  await world.act(world.ann, 'assignConversation', { conversationId, ownerId: world.ann });
  await world.act(world.ann, 'setAvailability', { agentId: world.ann, state: 'away' });
  expect(world.get('conversations', conversationId).ownerId).toBe(world.ann);
});

it('AVL-1 working hours say it for an agent; a colleague may not, whatever access they have', async () => {
  const world = new World();
  expect(await world.act('host', 'setAvailability', { agentId: world.bo, state: 'away' })).toBeUndefined();
  expect(isAvailable(world.get('agents', world.bo), world.at)).toBe(false);
  expect(await world.act(world.ann, 'setAvailability', { agentId: world.bo, state: 'available' })).toBe('not-allowed');
  expect(await world.act('host', 'setAvailability', { agentId: world.id(), state: 'away' })).toBe('not-found');
});

it('RTE-2 who has left the team is not available', () => {
  expect(isAvailable({ active: false, availability: { state: 'available', since: 0 } }, 0)).toBe(false);
});
