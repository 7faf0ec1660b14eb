import { expect, it } from 'vitest';
import { World } from '../../tests/support/world';

const dina = (world: World) => ({
  agentId: world.id(),
  workspaceId: world.workspaceId,
  name: 'Dina Friis',
  email: 'Dina@havnegaard.example',
  accountAccess: false,
  superAdmin: false,
});

it('INB-2 makes an active agent of the workspace', async () => {
  const world = new World();
  const args = dina(world);
  expect(await world.act('host', 'addAgent', args)).toBeUndefined();
  const space = `workspace:${world.workspaceId}`;
  expect(world.get('agents', args.agentId)).toMatchObject({ space, name: 'Dina Friis', email: 'dina@havnegaard.example', active: true });
});

it('CHN-4 an address is one agent’s or a team’s, never both', async () => {
  const world = new World();
  for (const email of ['ANN@havnegaard.example', 'Support@havnegaard.example'])
    expect(await world.act('host', 'addAgent', { ...dina(world), email })).toBe('address-taken');
  expect(await world.act('host', 'addAgent', { ...dina(world), email: 'nobody' })).toBe('bad-arguments');
});

it('K10 an agent may not: only the host, in its own workspace', async () => {
  const world = new World();
  expect(await world.act(world.ann, 'addAgent', dina(world))).toBe('not-allowed');
  expect(await world.act('host', 'addAgent', { ...dina(world), workspaceId: world.id() })).toBe('not-found');
});
