import { expect, it } from 'vitest';
import { id, messageRow } from '../../tests/support/rows';
import { newestWord } from './newest-word';

const me = id(2);
const by = (n: number, change: object) => ({ ...messageRow(n, 10, 100), receivedAt: n, pending: false, ...change });

it('THR-21 the contact and colleagues have words; what happened, one’s own, and what only this device has is none of them', () => {
  const own = { kind: 'agent', agentId: me } as const;
  const colleague = { kind: 'agent', agentId: id(3) } as const;
  expect(newestWord([], me)).toBe(0);
  expect(newestWord([by(1, { kind: 'event', author: colleague }), by(2, { kind: 'comment', author: own })], me)).toBe(0);
  expect(newestWord([by(1, {}), by(2, { kind: 'event', author: colleague })], me)).toBe(1);
  expect(newestWord([by(1, {}), by(2, { kind: 'comment', author: colleague }), by(3, { author: own })], me)).toBe(2);
  expect(newestWord([by(1, {}), by(2, { kind: 'comment', author: colleague, pending: true })], me)).toBe(1);
});
