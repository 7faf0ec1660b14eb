import { expect, it } from 'vitest';
import { World } from '../../tests/support/world';
import { spacesOfAgent } from './spaces-of-agent';

it('INB-6 K1 an agent’s workspace, own space and inboxes, nobody else’s', () => {
  const world = new World();
  const spaces = spacesOfAgent(world.get('agents', world.ann), world.rows.all('members'));
  expect(spaces).toEqual([`workspace:${world.workspaceId}`, `owners:${world.workspaceId}`, `agent:${world.ann}`, `inbox:${world.support}`]);
});

it('INB-4 CHN-4 who has no account access is not among the account owners', () => {
  const world = new World();
  const spaces = spacesOfAgent(world.get('agents', world.bo), world.rows.all('members'));
  expect(spaces).toEqual([`workspace:${world.workspaceId}`, `agent:${world.bo}`, `inbox:${world.support}`]);
  world.set('agents', world.bo, { superAdmin: true });
  expect(spacesOfAgent(world.get('agents', world.bo), [])).toContain(`owners:${world.workspaceId}`);
});

it('INB-6 who was deactivated is in no space', () => {
  const world = new World();
  world.set('agents', world.ann, { active: false });
  expect(spacesOfAgent(world.get('agents', world.ann), world.rows.all('members'))).toEqual([]);
});
