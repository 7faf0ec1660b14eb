import { describe, expect, it } from 'vitest';
import { formatDate } from './format-date';
import { formatDay } from './format-day';
import { formatNumber } from './format-number';
import { formatSize } from './format-size';
import { formatTime } from './format-time';
import { formatWaiting } from './format-waiting';
import { localeOfHeader } from './locale-of-header';
import { matchLocale } from './match-locale';

const at = new Date(2026, 10, 12, 9, 41).getTime();

describe('ALL-4 by language', () => {
  it('ALL-4 the time is 09:41 in English and 09.41 in Danish', () => {
    expect(formatTime('en', at)).toBe('09:41');
    expect(formatTime('da', at)).toBe('09.41');
  });

  it('ALL-4 dates name the year only when it is another one', () => {
    expect(formatDate('en', at, at)).toBe('12 Nov');
    expect(formatDate('en', at, new Date(2027, 0, 3).getTime())).toBe('12 Nov 2026');
  });

  it('ALL-4 headings say today and yesterday by the calendar, not by 24 hours', () => {
    const late = new Date(2026, 10, 13, 0, 5).getTime();
    expect(formatDay('da', at, at)).toBe('I dag');
    expect(formatDay('da', at, late)).toBe('I går');
    expect(formatDay('sv', at, new Date(2026, 10, 20).getTime())).toBe('Torsdag 12 november');
  });

  it('ALL-4 numbers and sizes are grouped the language’s way', () => {
    expect(formatNumber('en', 41210)).toBe('41,210');
    expect(formatNumber('da', 41210)).toBe('41.210');
    expect(formatSize('da', 1_240_000)).toBe('1,2 MB');
    expect(formatSize('en', 640)).toBe('640 B');
  });

  it('LIST-2 waiting is one short word', () => {
    expect(formatWaiting('en', 20_000)).toBe('1 min');
    expect(formatWaiting('en', 3 * 3_600_000)).toBe('3 h');
    expect(formatWaiting('da', 49 * 3_600_000)).toBe('2 d.');
  });

  it('ALL-4 Norwegian is found under all its tags, an unknown language is English', () => {
    expect(matchLocale(['nn-NO'])).toBe('nb');
    expect(matchLocale(['fi', 'sv-SE'])).toBe('sv');
    expect(localeOfHeader('fi;q=0.9, en;q=0.5, da;q=0.8')).toBe('da');
    expect(localeOfHeader(null)).toBe('en');
  });
});
