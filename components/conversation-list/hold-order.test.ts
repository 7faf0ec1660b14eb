import { describe, expect, it } from 'vitest';
import { holdOrder } from './hold-order';

const rows = (ids: string) => [...ids].map((id) => ({ id }));
const shownAs = (answer: { rows: { id: string }[] }) => answer.rows.map((row) => row.id).join('');

describe('nothing moves under a pointer', () => {
  it('new rows wait and are counted', () => {
    const answer = holdOrder(['a', 'b'], rows('xyab'));
    expect(shownAs(answer)).toBe('ab');
    expect(answer.waiting).toBe(2);
  });

  it('a row that moved up stays where it was', () => expect(shownAs(holdOrder(['a', 'b', 'c'], rows('cab')))).toBe('abc'));

  it('a row that left goes at once', () => expect(holdOrder(['a', 'b', 'c'], rows('ac'))).toEqual({ rows: rows('ac'), waiting: 0 }));

  it('a further page is put on at the end, it is no news', () => {
    const answer = holdOrder(['a', 'b'], rows('abcd'));
    expect(shownAs(answer)).toBe('abcd');
    expect(answer.waiting).toBe(0);
  });

  it('X26 a row that was here before comes back to its place, it is no news', () => {
    const answer = holdOrder(['a', 'c'], rows('xabc'), new Set(['a', 'b', 'c']));
    expect(shownAs(answer)).toBe('abc');
    expect(answer.waiting).toBe(1);
  });

  it('a list that was empty is not held', () => expect(holdOrder([], rows('ab'))).toEqual({ rows: [], waiting: 2 }));
});
