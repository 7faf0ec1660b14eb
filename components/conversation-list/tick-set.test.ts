import { expect, it } from 'vitest';
import { allOf, noTicks, reached, toggled } from './tick-set';

const rows = ['a', 'b', 'c', 'd', 'e'];
const ids = (set: { ids: ReadonlySet<string> }) => [...set.ids].sort().join('');

it('LIST-3 a row is ticked and unticked', () => {
  const one = toggled(toggled(noTicks, 'a'), 'c');
  expect([ids(one), ids(toggled(one, 'a'))]).toEqual(['ac', 'c']);
});

it('LIST-3 a range runs from the row ticked last, up or down, and drawn shorter lets go of its own alone', () => {
  const from = toggled(toggled(noTicks, 'e'), 'b');
  const long = reached(from, 'd', rows, undefined);
  expect([ids(long), ids(reached(long, 'c', rows, undefined)), ids(reached(long, 'a', rows, undefined))]).toEqual(['bcde', 'bce', 'abe']);
});

it('LIST-3 a range begins at the cursor where nothing was ticked, at itself where there is none, and not at a row that has left', () => {
  expect(ids(reached(noTicks, 'd', rows, 'b'))).toBe('bcd');
  expect(ids(reached(noTicks, 'd', rows, undefined))).toBe('d');
  expect(ids(reached(toggled(noTicks, 'gone'), 'd', rows, 'c'))).toBe('cdgone');
  expect(ids(reached(allOf(['a', 'b']), 'd', rows, 'c'))).toBe('abcd');
});
