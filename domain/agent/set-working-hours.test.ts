import { expect, it } from 'vitest';
import { hour, World } from '../../tests/support/world';
import type { WorkingHours } from '../model/working-hours';
import { availabilityAt } from './availability-at';
import { isAvailable } from './is-available';

const office = [{ from: 9 * 60, to: 17 * 60 }];
const hours: WorkingHours = { timeZone: 'Europe/Copenhagen', days: [office, office, office, office, office, [], []], follow: true };
/** 2026-03-02 is a Monday; Copenhagen is an hour ahead of UTC then. */
const monday = (clock: number) => Date.UTC(2026, 2, 2, clock - 1);

it('AVL-1 who follows their hours is available while they last and away outside them, weekends too', async () => {
  const world = new World();
  expect(await world.act(world.bo, 'setWorkingHours', { agentId: world.bo, hours })).toBeUndefined();
  const bo = world.get('agents', world.bo);
  expect([8, 9, 16, 17].map((clock) => isAvailable(bo, monday(clock)))).toEqual([false, true, true, false]);
  expect(availabilityAt(bo, monday(12))).toEqual({ state: 'available', until: monday(17) });
  expect(availabilityAt(bo, monday(17))).toEqual({ state: 'away', until: monday(24 + 9) });
  expect(availabilityAt(bo, monday(4 * 24 + 18))).toEqual({ state: 'away', until: monday(7 * 24 + 9) });
  expect(isAvailable({ ...bo, workingHours: { ...hours, follow: false } }, monday(3))).toBe(true);
});

it('AVL-1 said by hand it holds until the hours next begin or end, and no longer', async () => {
  const world = new World();
  await world.act(world.bo, 'setWorkingHours', { agentId: world.bo, hours });
  world.at = monday(12);
  await world.act(world.bo, 'setAvailability', { agentId: world.bo, state: 'away' });
  const away = world.get('agents', world.bo);
  // Away by hand and then by the hours: until tomorrow's begin.
  expect(availabilityAt(away, monday(13))).toEqual({ state: 'away', until: monday(24 + 9) });
  expect(isAvailable(away, monday(24 + 9))).toBe(true);

  world.at = monday(24 + 20);
  await world.act(world.bo, 'setAvailability', { agentId: world.bo, state: 'available' });
  const late = world.get('agents', world.bo);
  expect(availabilityAt(late, monday(24 + 21))).toEqual({ state: 'available', until: monday(48 + 17) });
  expect(isAvailable(late, monday(48 + 18))).toBe(false);
});

it('AVL-1 away by hand on one day, one can say it again on the next', async () => {
  const world = new World();
  await world.act(world.bo, 'setWorkingHours', { agentId: world.bo, hours });
  for (const at of [monday(12), monday(24 + 12)]) {
    world.at = at;
    expect(isAvailable(world.get('agents', world.bo), at)).toBe(true);
    await world.act(world.bo, 'setAvailability', { agentId: world.bo, state: 'away' });
    expect(isAvailable(world.get('agents', world.bo), at + hour)).toBe(false);
  }
});

it('RTE-2 mail that comes outside somebody’s hours is not given to them', async () => {
  const world = new World();
  const rule = { to: 'agents' as const, agentIds: [world.bo], teamIds: [], onlyAvailable: true, method: 'in-turn' as const, limit: null };
  await world.act(world.ann, 'setRouting', { channelId: world.mail, routing: rule });
  await world.act(world.ann, 'setWorkingHours', { agentId: world.bo, hours });
  const owners: (string | null)[] = [];
  for (const clock of [8, 10]) {
    world.at = monday(clock);
    const { conversationId } = await world.mailFrom(`kim${clock}@kunde.example`);
    owners.push(world.get('conversations', conversationId).ownerId);
  }
  expect(owners).toEqual([null, world.bo]);
});

it('INB-4 who may not: a colleague without account access; a zone or a day that does not exist is refused', async () => {
  const world = new World();
  expect(await world.act(world.bo, 'setWorkingHours', { agentId: world.ann, hours })).toBe('not-allowed');
  expect(await world.act(world.ann, 'setWorkingHours', { agentId: world.id(), hours })).toBe('not-found');
  expect(await world.act(world.bo, 'setWorkingHours', { agentId: world.bo, hours: { ...hours, timeZone: 'Nowhere' } })).toBe('bad-arguments');
  const backwards = { ...hours, days: hours.days.map(() => [{ from: 600, to: 600 }]) };
  expect(await world.act(world.bo, 'setWorkingHours', { agentId: world.bo, hours: backwards })).toBe('bad-arguments');
});
