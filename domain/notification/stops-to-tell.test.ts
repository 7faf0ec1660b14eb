import { expect, it } from 'vitest';
import { id } from '../../tests/support/rows';
import { ownersSpace } from '../model/ids';
import { usualNotifications } from '../model/notification-settings';
import { stopsToTell } from './stops-to-tell';

const now = Date.UTC(2026, 10, 22, 3, 0);
const stop = (n: number, since: number) => ({
  id: id(n),
  space: ownersSpace(id(1)),
  inboxId: id(10),
  inboxName: 'Support',
  address: `post${n}@firma.dk`,
  since,
});
const choice = { ...usualNotifications, id: id(2), space: `agent:${id(2)}` };
const silent = { ...choice, ways: { mention: 'none', assignment: 'none', reply: 'none', conversation: 'none' } as const };
const asleep = { ...choice, quiet: { from: 22 * 60, to: 7 * 60, timeZone: 'UTC' } };
const told = (...of: Parameters<typeof stopsToTell>) => stopsToTell(...of).tell.map((channel) => channel.address);

it('CHN-4 NTF-1 a stop is told once, however often one asks; one more after it worked meanwhile is another', () => {
  const first = stopsToTell([stop(40, 100)], {}, choice, now);
  expect(first.tell.map((channel) => channel.address)).toEqual(['post40@firma.dk']);
  expect(told([stop(40, 100)], first.told, choice, now)).toEqual([]);
  expect(told([stop(40, 200), stop(41, 150)], first.told, choice, now)).toEqual(['post40@firma.dk', 'post41@firma.dk']);
});

it('CHN-4 who chose to be told of nothing is told of it all the same; in quiet hours it waits, and is not forgotten', () => {
  expect(told([stop(40, 100)], {}, silent, now)).toEqual(['post40@firma.dk']);
  const night = stopsToTell([stop(40, 100)], {}, asleep, now);
  expect(night).toEqual({ tell: [], over: [], told: {} });
  expect(told([stop(40, 100)], night.told, asleep, now + 5 * 3_600_000)).toEqual(['post40@firma.dk']);
});

it('CHN-4 one that works again is taken back', () => {
  expect(stopsToTell([], { [id(40)]: 100 }, asleep, now)).toEqual({ tell: [], over: [id(40)], told: {} });
});
