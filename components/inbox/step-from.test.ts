import { describe, expect, it } from 'vitest';
import { stepFrom } from './step-from';

const id = (letter: string) => `01900000-0000-7000-8000-00000000000${letter}`;
const [a, b, c, d] = [id('a'), id('b'), id('c'), id('d')];

describe('ALL-2 J and K go through the list', () => {
  it('one row on, one row back, and stay at the ends', () => {
    expect(stepFrom(b, 1, [a, b, c], [])).toBe(c);
    expect(stepFrom(b, -1, [a, b, c], [])).toBe(a);
    expect(stepFrom(c, 1, [a, b, c], [])).toBe(c);
    expect(stepFrom(a, -1, [a, b, c], [])).toBe(a);
  });

  it('from nowhere to the first, or the last', () => {
    expect(stepFrom(undefined, 1, [a, b], [a, b])).toBe(a);
    expect(stepFrom(undefined, -1, [a, b], [a, b])).toBe(b);
    expect(stepFrom(undefined, 1, [], [])).toBeUndefined();
  });

  it('LIST-2 a row that was closed is not stepped over together with the next one', () => {
    expect(stepFrom(b, 1, [a, c, d], [a, b, c, d])).toBe(c);
    expect(stepFrom(b, -1, [a, c, d], [a, b, c, d])).toBe(a);
  });

  it('from a gap at an end, the row that is there', () => {
    expect(stepFrom(d, 1, [a, c], [a, b, c, d])).toBe(c);
    expect(stepFrom(a, -1, [c, d], [a, b, c, d])).toBe(c);
  });
});
