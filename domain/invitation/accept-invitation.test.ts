import { expect, it } from 'vitest';
import { hour, World } from '../../tests/support/world';

const tokenHash = 'b'.repeat(64);

async function invited(given: { agentId?: string; accountAccess?: boolean } = {}) {
  const world = new World();
  const inboxIds = [world.support, world.sales];
  const base = {
    invitationId: world.id(),
    workspaceId: world.workspaceId,
    tokenHash,
    agentId: null,
    name: '',
    email: '',
    inboxIds,
    accountAccess: false,
  };
  await world.act('host', 'createInvitation', { ...base, ...given });
  const accept = {
    tokenHash,
    agentId: world.id(),
    name: 'Dina Friis',
    email: 'Dina@havnegaard.example',
    memberIds: [world.id(), world.id()],
  };
  const inboxesOf = (agentId: string) => world.rows.all('members').flatMap((member) => (member.agentId === agentId ? member.inboxId : []));
  return { world, accept, inboxesOf };
}

it('S10 INB-2 makes the agent and a member of each inbox', async () => {
  const { world, accept, inboxesOf } = await invited({ accountAccess: true });
  expect(await world.act('host', 'acceptInvitation', accept)).toBeUndefined();
  expect(world.get('agents', accept.agentId)).toMatchObject({
    name: 'Dina Friis',
    email: 'dina@havnegaard.example',
    accountAccess: true,
    superAdmin: false,
    active: true,
  });
  expect(inboxesOf(accept.agentId)).toEqual([world.support, world.sales]);
});

it('S10 made for an agent who exists it lets that one in, name and address unchanged', async () => {
  const world = new World();
  const { world: w, accept, inboxesOf } = await invited({ agentId: world.bo });
  expect(await w.act('host', 'acceptInvitation', accept)).toBeUndefined();
  expect(w.get('agents', w.bo).name).toBe('Bo Lund');
  expect(w.rows.row('agents', accept.agentId)).toBeUndefined();
  expect(inboxesOf(w.bo)).toEqual([w.support, w.sales]);
});

it('S10 once', async () => {
  const { world, accept } = await invited();
  await world.act('host', 'acceptInvitation', accept);
  const second = { ...accept, agentId: world.id(), email: 'eve@evil.example', memberIds: [world.id(), world.id()] };
  expect(await world.act('host', 'acceptInvitation', second)).toBe('invitation-used');
});

it('S10 not after 72 hours', async () => {
  const { world, accept } = await invited();
  world.at += 72 * hour;
  expect(await world.act('host', 'acceptInvitation', accept)).toBe('invitation-expired');
  world.at -= 1;
  expect(await world.act('host', 'acceptInvitation', accept)).toBeUndefined();
});

it('CHN-4 with an address that is taken it is refused and not used up', async () => {
  const { world, accept } = await invited();
  expect(await world.act('host', 'acceptInvitation', { ...accept, email: 'support@havnegaard.example' })).toBe('address-taken');
  expect(await world.act('host', 'acceptInvitation', accept)).toBeUndefined();
});

it('K10 who holds an unknown token may not, nor with too few ids, nor an agent instead of the host', async () => {
  const { world, accept } = await invited();
  expect(await world.act('host', 'acceptInvitation', { ...accept, tokenHash: 'c'.repeat(64) })).toBe('not-found');
  expect(await world.act('host', 'acceptInvitation', { ...accept, memberIds: [] })).toBe('bad-arguments');
  expect(await world.act(world.ann, 'acceptInvitation', accept)).toBe('not-allowed');
});

it('INB-2 an inbox that is gone meanwhile is left out', async () => {
  const { world, accept, inboxesOf } = await invited();
  world.rows.commit([{ table: 'inboxes', id: world.sales, within: undefined, before: undefined, after: null }]);
  expect(await world.act('host', 'acceptInvitation', accept)).toBeUndefined();
  expect(inboxesOf(accept.agentId)).toEqual([world.support]);
});
