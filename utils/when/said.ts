import { filler, halfHour, inFront, months, nearDays, next, numbers, parts, quarter, units, weekdays } from './when-words';

/** What the words name, before any clock is asked. */
export interface Said {
  /** From now on: exactly so many minutes, or on a day. */
  after?: { minutes?: number; days?: number; months?: number };
  near?: number;
  weekday?: number;
  /** The weekday of next week. */
  next?: true;
  date?: { day: number; month?: number; year?: number };
  /** Minutes of the day; `bare`: an hour alone. */
  time?: { minutes: number; bare: boolean };
  part?: { minutes: number | null; today: boolean };
}

/** Whether what was matched can be meant here; if so it is noted. */
type Take = (so: Said, groups: (string | undefined)[]) => boolean;

const oneOf = (list: readonly string[]) => list.map((words) => `(?:${words})`).join('|');
const indexIn = (list: readonly string[], word: string) => list.findIndex((words) => new RegExp(`^(?:${words})$`).test(word));
const numberWords = oneOf(numbers);
const amount = (word = '') => (/^\d/.test(word) ? Number(word.replace(',', '.')) : indexIn(numbers, word.trim()));
const hasDay = ({ near, weekday, date, after }: Said) => near !== undefined || weekday !== undefined || date !== undefined || after !== undefined;

/** Notes it; two of the same contradict each other. */
const note = (so: Said, what: Said): true => Boolean(Object.assign(so, what)) as true;
const day = (so: Said, what: Said): boolean => !hasDay(so) && note(so, what);

const timeOf = (so: Said, hour: number, minutes: number, noon = '', bare = false): boolean => {
  const pm = noon.startsWith('p');
  if (so.time || so.after?.minutes || minutes > 59 || hour > (noon ? 12 : 23)) return false;
  return note(so, { time: { minutes: (noon ? (hour % 12) + (pm ? 12 : 0) : hour) * 60 + minutes, bare } });
};
const dateOf = (so: Said, date: number, month?: number, year?: string): boolean => {
  if (date < 1 || date > 31 || (month !== undefined && (month < 0 || month > 11))) return false;
  const full = year === undefined ? undefined : Number(year) + (year.length === 2 ? 2000 : 0);
  return day(so, { date: { day: date, ...(month !== undefined && { month }), ...(full !== undefined && { year: full }) } });
};
const from = (so: Said, after: NonNullable<Said['after']>) => !(after.minutes && so.time) && day(so, { after });

const ordinal = '(?:\\.|st|nd|rd|th|:?e)';
const month = `(${oneOf(months)})\\.?`;
const year = '(?: (20\\d\\d))?';
const noon = ' ?([ap])\\.?m\\.?';

/** In the order they are tried. */
const rules: readonly [pattern: string, take: Take][] = [
  [`(?:${inFront})? ?(?:${halfHour})`, (so) => from(so, { minutes: 30 })],
  [`(?:${inFront})? ?(?:${quarter})`, (so) => from(so, { minutes: 15 })],
  [`(?:(?:${inFront}) )?(\\d+(?:[.,]\\d)? ?|(?:${numberWords}) )(?:${units.hour})`, (so, [many]) => from(so, { minutes: amount(many) * 60 })],
  [`(?:(?:${inFront}) )?(\\d+ ?|(?:${numberWords}) )(?:${units.minute})`, (so, [many]) => from(so, { minutes: amount(many) })],
  [`(?:(?:${inFront}) )?(\\d+ ?|(?:${numberWords}) )(?:${units.day})`, (so, [many]) => from(so, { days: amount(many) })],
  [`(?:(?:${inFront}) )?(\\d+ ?|(?:${numberWords}) )(?:${units.week}|uge|uke)`, (so, [many]) => from(so, { days: amount(many) * 7 })],
  [`(?:(?:${inFront}) )?(\\d+ ?|(?:${numberWords}) )(?:${units.month})`, (so, [many]) => from(so, { months: amount(many) })],
  [`(?:${next}) (?:week|uge|uke|vecka)`, (so) => day(so, { weekday: 0, next: true })],
  [`(${next})? ?(${oneOf(weekdays)})\\.?`, (so, [far, word = '']) => day(so, { weekday: indexIn(weekdays, word), ...(far && { next: true }) })],
  ...nearDays.map(([words, days]): [string, Take] => [words, (so) => day(so, { near: days })]),
  ...parts.map(([words, minutes, today]): [string, Take] => [
    words,
    (so) => !so.part && !(today && hasDay(so)) && note(so, { part: { minutes, today } }),
  ]),
  ['(20\\d\\d)-(\\d\\d)-(\\d\\d)', (so, [y, m, d]) => dateOf(so, Number(d), Number(m) - 1, y)],
  [`(\\d{1,2})${ordinal}? ?(?:of )?${month}${year}`, (so, [d, m = '', y]) => dateOf(so, Number(d), indexIn(months, m), y)],
  [`${month} (\\d{1,2})${ordinal}?(?![:.]\\d)${year}`, (so, [m = '', d, y]) => dateOf(so, Number(d), indexIn(months, m), y)],
  ['(\\d{1,2})[/.](\\d{1,2})[/.](20\\d\\d|\\d\\d)', (so, [d, m, y]) => dateOf(so, Number(d), Number(m) - 1, y)],
  ['(\\d{1,2})/(\\d{1,2})', (so, [d, m]) => dateOf(so, Number(d), Number(m) - 1)],
  ['(\\d{1,2})\\.(\\d{1,2})\\.', (so, [d, m]) => dateOf(so, Number(d), Number(m) - 1)],
  [`(\\d{1,2})[:.](\\d\\d)(?:${noon})?`, (so, [h, m, a]) => timeOf(so, Number(h), Number(m), a)],
  [`(\\d{1,2})${noon}`, (so, [h, a]) => timeOf(so, Number(h), 0, a)],
  ['([01]\\d|2[0-3])([0-5]\\d)', (so, [h, m]) => timeOf(so, Number(h), Number(m))],
  // Nine hours and a half to an Englishman, half of the ninth hour to a Dane.
  [`(half past|half|halv) (\\d{1,2}|${numberWords})`, (so, [kind, h]) => timeOf(so, amount(h) - (kind === 'halv' ? 1 : 0), 30, '', true)],
  [`(\\d{1,2})${ordinal}`, (so, [d]) => dateOf(so, Number(d))],
  ['(\\d{1,2})', (so, [h = '']) => timeOf(so, Number(h), 0, '', !h.startsWith('0'))],
  [`(${numberWords})(?: o'?clock)?`, (so, [h]) => timeOf(so, amount(h), 0, '', true)],
];

const dottedDate: [string, Take] = ['(\\d{1,2})\\.(\\d{1,2})', (so, [d, m]) => dateOf(so, Number(d), Number(m) - 1)];
const end = '(?![\\p{L}\\d])';
const compile = (list: typeof rules) => list.map(([pattern, take]) => [new RegExp(`(?:${pattern})${end}`, 'uy'), take] as const);
const gap = new RegExp(`[\\s,]*(?:(?:${filler})\\.?${end}[\\s,]*)*`, 'uy');
const compiled = { time: compile(rules), date: compile([dottedDate, ...rules]) };

/** What all of the words name together; nothing where one is not understood, or two contradict each other. `dots`: what 12.12 is. */
export function said(words: string, dots: 'time' | 'date'): Said | undefined {
  const so: Said = {};
  let at = skip(words, 0);
  if (at === words.length) return undefined;
  while (at < words.length) {
    const to = one(words, at, compiled[dots], so);
    if (to === undefined) return undefined;
    at = skip(words, to);
  }
  return so;
}

function skip(words: string, at: number): number {
  gap.lastIndex = at;
  return at + (gap.exec(words)?.[0].length ?? 0);
}

/** Takes one thing said at a place; answers where the next begins. */
function one(words: string, at: number, of: (typeof compiled)['time'], so: Said): number | undefined {
  for (const [pattern, take] of of) {
    pattern.lastIndex = at;
    const match = pattern.exec(words);
    if (match && match[0] !== '' && take(so, match.slice(1))) return pattern.lastIndex;
  }
  return undefined;
}
