import { expect, it } from 'vitest';
import { World } from '../../tests/support/world';
import { type QuietHours, usualNotifications } from '../model/notification-settings';
import { isQuiet } from './is-quiet';

const { ways } = usualNotifications;
const night: QuietHours = { from: 22 * 60, to: 7 * 60, timeZone: 'Europe/Copenhagen' };

it('NTF-1 K1 one’s choices lie in one’s own space, under one’s own id', async () => {
  const world = new World();
  expect(await world.act(world.ann, 'setNotifications', { ways: { ...ways, conversation: 'browser' }, quiet: night })).toBeUndefined();
  expect(world.rows.all('notificationSettings')).toEqual([
    { id: world.ann, space: `agent:${world.ann}`, ways: { ...ways, conversation: 'browser' }, quiet: night },
  ]);
  await world.act(world.ann, 'setNotifications', { ways, quiet: null });
  expect(world.get('notificationSettings', world.ann).quiet).toBeNull();
});

it('NTF-1 a time zone nobody knows is refused', async () => {
  const world = new World();
  expect(await world.act(world.ann, 'setNotifications', { ways, quiet: { ...night, timeZone: 'Europe/Atlantis' } })).toBe('bad-arguments');
});

it('K10 the host may not: they are a person’s', async () => {
  expect(await new World().act('host', 'setNotifications', { ways, quiet: null })).toBe('not-allowed');
});

it('NTF-1 quiet hours go by the clock on the wall, over midnight and in summer; from nine to nine is never', () => {
  expect(isQuiet(null, Date.UTC(2026, 0, 1, 2))).toBe(false);
  // 21:30 UTC is 22:30 in winter and 23:30 in summer.
  expect(isQuiet(night, Date.UTC(2026, 0, 1, 21, 30))).toBe(true);
  expect(isQuiet(night, Date.UTC(2026, 6, 1, 20, 30))).toBe(true);
  expect(isQuiet(night, Date.UTC(2026, 0, 1, 6, 0))).toBe(false);
  expect(isQuiet(night, Date.UTC(2026, 0, 1, 20, 59))).toBe(false);
  expect(isQuiet({ ...night, from: 540, to: 600 }, Date.UTC(2026, 0, 1, 8, 30))).toBe(true);
  expect(isQuiet({ ...night, from: 540, to: 540 }, Date.UTC(2026, 0, 1, 8, 0))).toBe(false);
});
