import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { type MutationName, mutations } from '../../domain/mutations';
import { mutationArgs } from './mutation-args';
import { runHistory } from './run-history';
import { tellHistories } from './tell-histories';

// Four files, so that they run side by side.
const told = tellHistories(1, 250);
const names = Object.keys(mutations) as MutationName[];

it('every registered mutation has a generator', () => {
  expect(Object.keys(mutationArgs).sort()).toEqual(names.toSorted());
});

it('every registered mutation was drawn', () => {
  expect([...new Set(told.flatMap(({ drawn }) => [...drawn]))].sort()).toEqual(names.toSorted());
});

/** What must have happened for something else to be possible, where that is seldom. */
const before: Partial<Record<MutationName, MutationName>> = {
  untagConversation: 'tagConversation',
  changeTags: 'tagConversation',
  removeView: 'saveView',
  orderViews: 'saveView',
  unfollowConversation: 'followConversation',
  endSnooze: 'snoozeConversation',
};

/** Tells on, with one mutation favoured, until it was applied: each new one makes other draws, and what is seldom would be left to luck. */
async function isAppliedWhenFavoured(name: MutationName): Promise<boolean> {
  const first = before[name];
  const favoured = { ...(first && { [first]: 40 }), [name]: 40 };
  for (let seed = 5001; seed <= 5020; seed++) if ((await runHistory(seed, { favoured })).applied.has(name)) return true;
  return false;
}

it('every registered mutation was applied at least once', { timeout: 120_000 }, async () => {
  const applied = new Set(told.flatMap((each) => [...each.applied]));
  const never: MutationName[] = [];
  for (const name of names) if (!applied.has(name) && !(await isAppliedWhenFavoured(name))) never.push(name);
  expect(never).toEqual([]);
});

it('every kind of step was taken', () => {
  expect([...new Set(told.flatMap((each) => [...each.steps]))]).toHaveLength(16);
});
