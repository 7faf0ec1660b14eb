import { expect, it } from 'vitest';
import { fastest } from '../../tests/support/fastest';
import { messageIdsIn, referencesOf } from './message-ids';

it('reads ids in order, each once, with brackets or without', () => {
  expect(messageIdsIn(' <a@b>\t<c@d>\n <a@b>')).toEqual(['<a@b>', '<c@d>']);
  expect(messageIdsIn('a@b, c@d')).toEqual(['<a@b>', '<c@d>']);
  expect(messageIdsIn('In reply to your mail of Monday')).toEqual([]);
  expect(messageIdsIn('<no closing')).toEqual([]);
  expect(messageIdsIn('"Bo" <bo@kunde.dk> wrote <x@y>')).toEqual(['<bo@kunde.dk>', '<x@y>']);
});

it('keeps In-Reply-To last, and of a long thread its beginning and its newest', () => {
  expect(referencesOf('<a@b> <c@d>', '<e@f>')).toEqual(['<a@b>', '<c@d>', '<e@f>']);
  expect(referencesOf('<a@b>', '<a@b>')).toEqual(['<a@b>']);
  const many = Array.from({ length: 200 }, (_, i) => `<${i}@b>`);
  const kept = referencesOf(many.join(' '), '');
  expect(kept).toHaveLength(50);
  expect([kept[0], kept.at(-1)]).toEqual(['<0@b>', '<199@b>']);
});

it('S33 a header of a megabyte costs no time', () => {
  for (const part of ['<', '<a', '<a@b> ', 'a@', ' ', '<'.repeat(900)]) {
    const header = part.repeat(1_000_000 / part.length);
    expect(
      fastest(100, () => referencesOf(header, '')),
      part.slice(0, 10),
    ).toBeLessThan(100);
  }
});
