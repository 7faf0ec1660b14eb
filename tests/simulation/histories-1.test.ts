import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { mutations } from '../../domain/mutations';
import { mutationArgs } from './mutation-args';
import { tellHistories } from './tell-histories';

// Four files, so that they run side by side.
const told = tellHistories(1, 250);

it('every registered mutation has a generator', () => {
  expect(Object.keys(mutationArgs).sort()).toEqual(Object.keys(mutations).sort());
});

it('every registered mutation was drawn, and applied at least once', () => {
  const union = (of: 'drawn' | 'applied') => [...new Set(told.flatMap((each) => [...each[of]]))].sort();
  expect(union('drawn')).toEqual(Object.keys(mutations).sort());
  expect(union('applied')).toEqual(Object.keys(mutations).sort());
});

it('every kind of step was taken', () => {
  expect([...new Set(told.flatMap((each) => [...each.steps]))]).toHaveLength(16);
});
