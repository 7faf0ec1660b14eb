import { expect, it } from 'vitest';
import { workerWords } from '../../utils/i18n/worker-words';
import { badgeOf } from './badge-of';

it('SUR-4 nothing waits: no badge, and the button has its name', () => {
  expect(badgeOf({ waiting: 0, late: 0 }, workerWords('da'))).toMatchObject({ text: '', title: 'Samtale' });
});

it('SUR-4 the badge counts what waits for me, and is brick when one is late', () => {
  const english = workerWords('en');
  expect(badgeOf({ waiting: 9, late: 0 }, english)).toEqual({ text: '9', color: '#0a5f72', title: 'Samtale, 9 waiting' });
  expect(badgeOf({ waiting: 9, late: 2 }, english)).toEqual({ text: '9', color: '#a3301d', title: 'Samtale, 9 waiting, 2 late' });
  expect(badgeOf({ waiting: 140, late: 0 }, english).text).toBe('99+');
});

it('ALL-4 the worker knows its words in every language', () => {
  expect(badgeOf({ waiting: 1, late: 1 }, workerWords('da')).title).toBe('Samtale, 1 venter, 1 over tid');
  expect(badgeOf({ waiting: 2, late: 2 }, workerWords('sv')).title).toBe('Samtale, 2 väntar, 2 försenade');
  expect(workerWords('nb').t('triageTitle')).toBe('Rask fordeling');
});
