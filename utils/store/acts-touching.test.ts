import { describe, expect, it } from 'vitest';
import { id } from '../../tests/support/rows';
import { actsTouching } from './acts-touching';
import { rowKey } from './row-key';
import type { OutboxEntry } from './stored-rows';

const row = (n: number) => rowKey('conversations', id(n));
const act = (n: number, writes: number[], reads: number[] = writes): OutboxEntry => ({
  id: n,
  uuid: id(n),
  name: 'closeConversation',
  args: {},
  schemaVersion: 1,
  claimedAt: 0,
  state: 'pending',
  writes: writes.map(row),
  reads: reads.map(row),
});
const touching = (entries: OutboxEntry[], rows: number[], dropped: number[] = []) =>
  actsTouching(entries, rows.map(row), new Set(dropped.map(id))).map((entry) => entry.id);

describe('actsTouching', () => {
  it('K20 leaves alone what neither wrote nor read a row of the page', () => {
    expect(touching([act(1, [10]), act(2, [11]), act(3, [12])], [11])).toEqual([2]);
    expect(touching([act(1, [10])], [99])).toEqual([]);
  });

  it('K3 follows a chain of acts over the rows they share, in their order', () => {
    expect(touching([act(1, [10]), act(2, [10, 11]), act(3, [11, 12]), act(4, [13])], [12])).toEqual([1, 2, 3]);
  });

  it('K3 an act that only looked at a row is done again when it changes', () => {
    expect(touching([act(1, [10], [10, 50]), act(2, [11], [11, 50])], [50])).toEqual([1, 2]);
    expect(touching([act(1, [10], [10, 50]), act(2, [11], [11, 50])], [10])).toEqual([1]);
  });

  it('K3 taking one back takes back what was done on top of it', () => {
    expect(touching([act(1, [10]), act(2, [10]), act(3, [11])], [], [1])).toEqual([1, 2]);
  });
});
