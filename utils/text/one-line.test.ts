import { expect, it } from 'vitest';
import { oneLine } from './one-line';
import { truncate } from './truncate';

it('S22 S27 becomes one line that reads left to right', () => {
  expect(oneLine('a\r\nBcc: b\u2028c\u202Ed\0e\u0085f', 100)).toBe('a Bcc: b c d e f');
  expect(oneLine('  Rødgrød  med fløde ', 100)).toBe('Rødgrød med fløde');
  expect(oneLine('x'.repeat(1000), 10)).toBe('x'.repeat(10));
});

it('never cuts a character in two', () => {
  expect(truncate('a😀', 2)).toBe('a');
  expect(truncate('a😀', 3)).toBe('a😀');
  expect(truncate('abc', 3)).toBe('abc');
});
