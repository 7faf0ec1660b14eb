import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wallDayAt } from '../../domain/agent/wall-clock';
import { readWhen } from './read-when';

const timeZone = 'Europe/Copenhagen';
/** Wednesday 18 November 2026, 10:05 in Copenhagen. */
const now = Date.UTC(2026, 10, 18, 9, 5);
const wall = new Intl.DateTimeFormat('sv', { timeZone, dateStyle: 'short', timeStyle: 'short' });
const read = (words: string, from = now) => {
  const when = readWhen(words, { now: from, timeZone, hours: undefined });
  return typeof when === 'object' ? wall.format(when.at) : when;
};

describe('THR-15 a typed time, in four languages', () => {
  const same: [at: string, ...words: string[]][] = [
    ['2026-11-19 09:00', 'tomorrow at 9', 'i morgen kl. 9', 'imorgen kl 9', 'i morgon kl. 9', 'I MORGEN 9', 'tomorrow 9:00', 'i morgen 09.00'],
    ['2026-11-19 08:00', 'tomorrow', 'i morgen', 'imorgon', 'tomorrow morning', 'i morgen tidlig', 'i morgon bitti', 'i morgen formiddag'],
    ['2026-11-20 08:00', 'day after tomorrow', 'i overmorgen', 'i overmorgon', 'i övermorgon', 'overmorgen', 'om 2 dage', 'om to dager'],
    ['2026-11-20 14:30', 'friday 14:30', 'fredag 14:30', 'fredag kl. 14.30', 'fri 2:30 pm', 'på fredag 14.30', 'fre kl 14:30', 'on Friday at 2.30pm'],
    ['2026-11-20 09:00', 'fredag kl 9', 'friday 9am', 'fredag klokken ni', 'fredag klockan nio', 'friday at nine', 'fredag klokka 9'],
    ['2026-11-18 12:05', 'in 2 hours', 'om 2 timer', 'om to timer', 'om två timmar', '2h', '2 hours', 'in two hours', '2 timer'],
    ['2026-11-18 10:35', 'in half an hour', 'om en halv time', 'om en halvtimme', 'om 30 min', 'om 30 minutter', '30 minuter', 'half an hour'],
    ['2026-11-18 10:20', 'om et kvarter', 'om en kvart', 'in a quarter of an hour', '15 min'],
    ['2026-11-18 11:05', 'in an hour', 'om en time', 'om en timme', '1 hour'],
    ['2026-11-18 11:35', '1,5 timer', '1.5 hours'],
    ['2026-12-12 08:00', '12. december', '12 december', '12. desember', 'december 12', 'Dec 12th', '12/12', '12.12.', '12. dec', 'den 12. december'],
    ['2026-12-12 09:00', '12. december kl. 9', '12.12 kl 9', '12/12 9:00', 'December 12 at 9', '12 december 2026 kl 09', '2026-12-12 09:00'],
    ['2026-12-12 14:00', '12.12.2026 14.00', '12/12/26 14:00', '12th of december 2 pm'],
    ['2026-11-18 12:12', '12.12', '12:12', 'kl. 12.12', '1212'],
    ['2026-11-23 08:00', 'next week', 'næste uge', 'neste uke', 'nästa vecka', 'monday', 'mandag', 'måndag', 'mon'],
    ['2026-11-27 08:00', 'next friday', 'næste fredag', 'neste fredag', 'nästa fredag'],
    ['2026-11-25 08:00', 'in a week', 'om en uge', 'om en uke', 'om en vecka', '1 week', 'wednesday', 'onsdag'],
    ['2026-12-02 08:00', 'in 2 weeks', 'om to uker', 'om två veckor', '14 days', 'om fjorten dage'],
    ['2026-12-18 08:00', 'in a month', 'om en måned', 'om en månad'],
    ['2026-11-18 18:00', 'tonight', 'i aften', 'i kveld', 'ikväll'],
    ['2026-11-18 13:00', 'this afternoon', 'i eftermiddag', 'i ettermiddag', 'afternoon'],
    ['2026-11-20 15:00', 'fredag eftermiddag kl. 3', 'friday 3', 'friday afternoon at 3'],
    ['2026-11-20 08:30', 'fredag halv ni', 'friday half past 8', 'friday half eight', 'fredag 08:30'],
    ['2026-11-18 14:00', 'kl 14', '14', 'at 2', 'kl. 2', '2pm', 'today 14:00', 'i dag kl 14'],
    ['2026-11-19 09:00', 'kl. 9', '9', '9am', '09:00'],
    ['2026-11-21 08:00', 'lørdag', 'lördag', 'saturday', 'den 21.', 'the 21st'],
    ['2026-12-17 08:00', 'the 17th', 'd. 17.', 'den 17:e'],
    ['2027-11-17 08:00', '17 november', '17.11.'],
  ];
  for (const [at, ...words] of same)
    it(`THR-15 ${at}: ${words.join(' · ')}`, () => expect(words.map((one) => [one, read(one)])).toEqual(words.map((one) => [one, at])));

  it('THR-15 what is over says so; what is not understood whole is not guessed at', () => {
    for (const over of ['today 8:00', 'i dag kl. 9', '12. december 2025', '2026-11-18 10:05']) expect([over, read(over)]).toEqual([over, 'past']);
    for (const not of [
      '',
      ' ',
      'soon',
      'fredag måske',
      '31 februar',
      '25:00',
      'fredag lørdag',
      'kl. 9 kl. 10',
      '13/13',
      'om',
      'kl',
      '2 timer fredag',
      '99',
    ])
      expect([not, read(not)]).toEqual([not, undefined]);
  });

  it('THR-15 AVL-1 a day begins when one’s working hours say', () => {
    const days = Array.from({ length: 7 }, (_, at) => (at < 5 ? [{ from: at === 4 ? 600 : 540, to: 1000 }] : []));
    const hours = { timeZone, follow: true, days };
    const at = (words: string) => {
      const when = readWhen(words, { now, timeZone, hours });
      return typeof when === 'object' && wall.format(when.at);
    };
    expect([at('i morgen'), at('fredag'), at('lørdag'), at('fredag kl 7')]).toEqual([
      '2026-11-19 09:00',
      '2026-11-20 10:00',
      '2026-11-21 08:00',
      '2026-11-20 07:00',
    ]);
  });

  it('THR-15 by the clock on the wall over its change: nine is nine, two hours are two hours, what is jumped over is when it jumps', () => {
    const friday = Date.UTC(2026, 2, 27, 11);
    expect(read('mandag kl. 9', friday)).toBe('2026-03-30 09:00');
    expect(read('søndag kl. 02.30', friday)).toBe('2026-03-29 03:00');
    const night = Date.UTC(2026, 2, 29, 0, 30);
    expect(read('om 2 timer', night)).toBe('2026-03-29 04:30');
  });
});

it('THR-15 whatever day and time is written, it is that on the wall of the zone, and in time', () => {
  const zones = ['Europe/Copenhagen', 'Europe/Oslo', 'Europe/Stockholm', 'Europe/London', 'America/New_York', 'Australia/Lord_Howe'];
  const two = (n: number) => String(n).padStart(2, '0');
  fc.assert(
    fc.property(
      fc.constantFrom(...zones),
      fc.integer({ min: Date.UTC(2026, 0), max: Date.UTC(2028, 0) }),
      fc.integer({ min: 1, max: 400 }),
      fc.integer({ min: 4, max: 23 }),
      fc.integer({ min: 0, max: 59 }),
      fc.constantFrom('kl. ', 'at ', ''),
      (zone, from, ahead, hour, minute, before) => {
        const on = new Date(wallDayAt(zone, from) + ahead * 86_400_000);
        const [y, m, d] = [on.getUTCFullYear(), on.getUTCMonth() + 1, on.getUTCDate()];
        const time = `${before}${two(hour)}:${two(minute)}`;
        const spellings = [`${y}-${two(m)}-${two(d)} ${time}`, `${d}/${m}/${y} ${time}`, `${d}.${m}.${y} ${time}`, `${time} ${d}/${m}/${y}`];
        for (const spelling of spellings) {
          const when = readWhen(spelling, { now: from, timeZone: zone, hours: undefined });
          const shown =
            typeof when === 'object' && new Intl.DateTimeFormat('sv', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' }).format(when.at);
          expect([spelling, shown]).toEqual([spelling, `${y}-${two(m)}-${two(d)} ${two(hour)}:${two(minute)}`]);
        }
      },
    ),
    { numRuns: 200, seed: 4 },
  );
});

it('THR-15 no words make it throw, and what it answers lies ahead', () => {
  const word = fc.constantFrom(
    'fredag',
    'kl.',
    '9',
    '14:30',
    '12.12',
    'om',
    '2',
    'timer',
    'i morgen',
    'next',
    'week',
    'halv',
    'ni',
    '31/2',
    'december',
    '2027',
    'pm',
    'x',
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.array(word, { maxLength: 5 }).map((words) => words.join(' ')),
        fc.string({ maxLength: 20 }),
      ),
      (words) => {
        const when = readWhen(words, { now, timeZone, hours: undefined });
        if (typeof when === 'object') expect(when.at).toBeGreaterThan(now);
      },
    ),
    { numRuns: 1000, seed: 5 },
  );
});
