import { describe, expect, it } from 'vitest';
import { numberingOf } from './numbering';

describe('RPL-1 how a pasted list counts', () => {
  it('RPL-1 by digits, letters or Roman numbers, from where it begins', () => {
    expect(numberingOf(['1', '2'])).toEqual({ start: 1 });
    expect(numberingOf(['7', '8', '9'])).toEqual({ start: 7 });
    expect(numberingOf(['b', 'c'])).toEqual({ type: 'a', start: 2 });
    expect(numberingOf(['Y', 'Z', 'AA'])).toEqual({ type: 'A', start: 25 });
    expect(numberingOf(['iii', 'iv', 'v'])).toEqual({ type: 'i', start: 3 });
    expect(numberingOf(['IX', 'X'])).toEqual({ type: 'I', start: 9 });
  });

  it('RPL-1 not where a number is missing, written otherwise, or none', () => {
    expect(numberingOf(['1', '3'])).toBeUndefined();
    expect(numberingOf(['01'])).toBeUndefined();
    expect(numberingOf(['0'])).toBeUndefined();
    expect(numberingOf(['a', 'B'])).toBeUndefined();
    expect(numberingOf(['Hi'])).toBeUndefined();
    expect(numberingOf(['iiii'])).toBeUndefined();
  });
});
