import { describe, expect, it } from 'vitest';
import { inboxSpace } from '../../domain/model/ids';
import { id, messageRow } from '../../tests/support/rows';
import type { ThreadChunk } from './stored-rows';
import { type MessageChange, packMessages } from './thread-chunks';

const space = inboxSpace(id(10));
const change = (n: number, version: number, text = ''): MessageChange => ({
  id: id(n),
  space,
  version,
  message: messageRow(n, 10, 100, text ? { text } : {}),
});
const shape = (chunks: ThreadChunk[]) => chunks.map(({ n, messages, more }) => [n, messages.length, more]);

describe('packMessages', () => {
  it('K22 fills chunks of a hundred in order of arrival', () => {
    const chunks: ThreadChunk[] = [];
    for (let n = 0; n < 250; n += 50) {
      packMessages(
        id(100),
        chunks,
        Array.from({ length: 50 }, (_, at) => change(n + at, 1)),
      );
    }
    expect(shape(chunks)).toEqual([
      [0, 100, true],
      [1, 100, true],
      [2, 50, false],
    ]);
  });

  it('K22 starts a new chunk at 256 KB; one message alone may be larger', () => {
    const chunks: ThreadChunk[] = [];
    packMessages(id(100), chunks, [change(1, 1, 'x'.repeat(60_000)), change(2, 1, 'x'.repeat(60_000))]);
    packMessages(
      id(100),
      chunks,
      [3, 4, 5, 6].map((n) => change(n, 1, 'y'.repeat(60_000))),
    );
    expect(shape(chunks)).toEqual([
      [0, 4, true],
      [1, 2, false],
    ]);
  });

  it('K22 a new version rewrites its one chunk, an old mail that arrives today goes last', () => {
    const chunks: ThreadChunk[] = [];
    packMessages(
      id(100),
      chunks,
      Array.from({ length: 120 }, (_, n) => change(n, 1)),
    );
    expect(packMessages(id(100), chunks, [change(3, 2, 'corrected')]).map((chunk) => chunk.n)).toEqual([0]);
    const old = { ...change(999, 2), message: messageRow(999, 10, 100, { receivedAt: 1 }) };
    expect(packMessages(id(100), chunks, [old]).map((chunk) => chunk.n)).toEqual([1]);
    expect(chunks[1]?.messages.at(-1)?.id).toBe(id(999));
  });

  it('I4 an older version or tombstone of a message says nothing', () => {
    const chunks: ThreadChunk[] = [];
    packMessages(id(100), chunks, [change(1, 5, 'new')]);
    expect(packMessages(id(100), chunks, [change(1, 4, 'old'), change(1, 5, 'same'), { ...change(1, 3), message: null }])).toEqual([]);
    expect(chunks[0]?.messages[0]?.text).toBe('new');
    packMessages(id(100), chunks, [{ ...change(1, 6), message: null }]);
    expect(shape(chunks)).toEqual([[0, 0, false]]);
  });
});
