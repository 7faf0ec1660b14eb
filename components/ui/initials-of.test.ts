import { describe, expect, it } from 'vitest';
import { initialsOf } from './initials-of';

describe('initials', () => {
  it.each([
    ['Henrik Østergaard-Thomsen', 'HT'],
    ['Åse', 'Å'],
    ['bo.holm@kunde.dk', 'BH'],
    ['"Kunde" (DK)', 'KD'],
    ['', '?'],
    ['+45 28 14 90 77', '47'],
  ])('%s is %s', (name, letters) => expect(initialsOf(name)).toBe(letters));
});
