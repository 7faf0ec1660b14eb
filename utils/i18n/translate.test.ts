import { describe, expect, it } from 'vitest';
import { plural } from './plural';
import { translate } from './translate';

describe('ALL-4 translate', () => {
  it('ALL-4 fills in parameters, numbers the language’s way', () => {
    expect(translate('da', 'waitingHours', { count: 1200 })).toBe('1.200 t.');
  });

  it('ALL-4 leaves a parameter nobody gave visible, so that it is seen', () => {
    expect(translate('en', 'waitingHours', { other: 1 })).toBe('{count} h');
  });

  it('ALL-4 picks the plural by the language', () => {
    expect(plural('en', 'waitingChanges', 1)).toBe('1 change waits');
    expect(plural('da', 'waitingChanges', 3)).toBe('3 ændringer venter');
  });

  it.each([
    ['en', 'A contact may have 1 ticket', 'A contact may have 2 tickets'],
    ['da', 'En kontakt må have 1 sag', 'En kontakt må have 2 sager'],
    ['nb', 'En kontakt kan ha 1 sak', 'En kontakt kan ha 2 saker'],
    ['sv', 'En kontakt får ha 1 ärende', 'En kontakt får ha 2 ärenden'],
  ] as const)('ALL-4 CHN-12 %s says one ticket and two', (locale, one, two) => {
    expect([1, 2].map((limit) => plural(locale, 'tktLimitSet', limit))).toEqual([one, two]);
  });
});
