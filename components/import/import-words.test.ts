import { expect, it } from 'vitest';
import { locales } from '../../utils/i18n/locale';
import { textOf } from '../../utils/i18n/text';
import type { ImportRow } from '../../utils/store/stored-rows';
import { importState } from './import-words';

const text = textOf('en');
const row = (change: Partial<ImportRow>): ImportRow => ({
  ...{ id: '1', name: 'arkiv.mbox', size: 10, modified: 1, at: 1, looked: 10, total: 4, done: 4, fresh: 4, known: 0, unreadable: 0 },
  ...{ state: 'done', ...change },
});

it('SUR-9 all of it is read in only where nothing was left out or could not be read', () => {
  expect(importState(row({}), text)).toBe('All of it is read in.');
  expect(importState(row({ refused: [] }), text)).toBe('All of it is read in.');
  for (const change of [{ refused: ['logo.png'] }, { unreadable: 1 }]) expect(importState(row(change), text)).toBe('Read to the end.');
});

it('SUR-9 undone, it says how many mails stayed, and nothing of any where none did', () => {
  const undone = (stayed?: number) => importState(row({ state: 'undone', ...(stayed !== undefined && { stayed }) }), text);
  expect(undone(0)).toBe('Taken out again.');
  expect(undone(1)).toBe('Taken out again, but for 1 mail: you have worked in its conversation since.');
  expect(undone(3)).toBe('Taken out again, but for 3 mails: you have worked in their conversations since.');
  expect(undone(4)).toBe('Nothing is taken out: you have worked in those conversations since.');
  // Of one undone before that was counted nothing more is known.
  expect(undone()).toBe('Taken out again.');
});

it('ALL-4 … with the number in every language', () => {
  for (const locale of locales) expect(importState(row({ state: 'undone', stayed: 2 }), textOf(locale))).toContain(' 2 ');
});
