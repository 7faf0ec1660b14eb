import { describe, expect, it } from 'vitest';
import { couldBeShownAs } from './could-be-shown-as';

const at = (day: number, hour: number, minute: number) => new Date(2026, 10, day, hour, minute, 30).getTime();

describe('X8 whether a date on a page can be that of a mail', () => {
  it.each([
    'Nov 13, 2026, 8:55 AM',
    'Fri 11/13/2026 8:55 AM',
    'Fr 13.11.2026 08:55',
    '13. nov. 2026, 08.55',
    'fre. 13. nov. 2026 kl. 8.55',
    '2026年11月13日(金) 8:55',
  ])('%s is the morning of the 13th', (words) => {
    expect(couldBeShownAs(words, at(13, 8, 55))).toBe(true);
    // Ours says when it was sent, theirs when it came.
    expect(couldBeShownAs(words, at(13, 8, 54))).toBe(true);
    expect(couldBeShownAs(words, at(13, 8, 58))).toBe(false);
    expect(couldBeShownAs(words, at(13, 9, 55))).toBe(false);
    expect(couldBeShownAs(words, at(14, 8, 55))).toBe(false);
  });
  it('an afternoon is written in two ways', () => {
    for (const words of ['Nov 13, 2026, 2:05 PM', '13. nov. 2026, 14.05']) expect(couldBeShownAs(words, at(13, 14, 5))).toBe(true);
  });
  it('words without digits are no date', () => {
    expect(couldBeShownAs('yesterday', at(13, 8, 55))).toBe(false);
  });
});
