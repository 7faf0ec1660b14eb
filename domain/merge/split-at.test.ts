import { expect, it } from 'vitest';
import { at, conversationRow, id } from '../../tests/support/rows';
import type { Message } from '../model/message';
import { splitAt } from './split-at';

const thread = (['event', 'email', 'event', 'comment', 'email'] as const).map(
  (kind, n) => ({ id: id(500 + n), kind }) satisfies Pick<Message, 'id' | 'kind'>,
);
const first = conversationRow(100, 10);

it('THR-17 a thread is parted at a message that has one before it; lines a rule wrote do not count', () => {
  expect(splitAt(first, thread, id(503), at)).toEqual({ before: 3 });
  expect(splitAt(first, thread, id(504), at)).toEqual({ before: 4 });
  expect(splitAt(first, thread, id(501), at)).toEqual({ refused: 'nothing-left' });
  expect(splitAt(first, thread, id(502), at)).toEqual({ refused: 'not-found' });
  expect(splitAt(first, thread, id(599), at)).toEqual({ refused: 'not-found' });
  expect(splitAt({ ...first, trashed: { at, by: null } }, thread, id(504), at)).toEqual({ refused: 'in-trash' });
});
