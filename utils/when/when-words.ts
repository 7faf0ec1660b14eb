/** Words of English, Danish, Norwegian and Swedish that name a time. Whoever writes Danish may read English: all are known in every language. */

/** 0 is Monday; as they begin, with what may follow. */
export const weekdays = [
  'mon(?:day)?|man(?:dag)?|mån(?:dag)?',
  'tue(?:s|sday)?|tir(?:s|sdag)?|tis(?:dag)?',
  'wed(?:nesday)?|ons(?:dag)?',
  'thu(?:r|rs|rsday)?|tor(?:s|sdag)?',
  'fri(?:day)?|fre(?:dag)?',
  'sat(?:urday)?|lør(?:dag)?|lör(?:dag)?',
  'sun(?:day)?|søn(?:dag)?|sön(?:dag)?',
];

/** 0 is January. */
export const months = [
  'jan(?:uary|uar|uari)?',
  'feb(?:ruary|ruar|ruari)?',
  'mar(?:ch|ts)?|mars',
  'apr(?:il)?',
  'may|maj|mai',
  'june?|juni',
  'july?|juli',
  'aug(?:ust|usti)?',
  'sept?(?:ember)?',
  'oct(?:ober)?|okt(?:ober)?',
  'nov(?:ember)?',
  'dec(?:ember)?|des(?:ember)?',
];

/** From 0; 14 is last. */
export const numbers = [
  'zero|nul|null|noll',
  'one|an?|en|et|ett|én|ét',
  'two|to|två',
  'three|tre',
  'four|fire|fyra',
  'five|fem',
  'six|seks|sex',
  'seven|syv|sju',
  'eight|otte|åtte|åtta',
  'nine|ni|nio',
  'ten|ti|tio',
  'eleven|elleve|elva',
  'twelve|tolv',
  'thirteen|tretten|tretton',
  'fourteen|fjorten|fjorton',
];

export const units = {
  minute: 'min(?:s|utes?|utter?|uter|ut|ute?n)?\\.?',
  hour: 'h|hrs?|hours?|timer?|timmar?|timme|tim',
  day: 'days?|dage?|dagar|dager|døgn|dygn',
  week: 'weeks?|uger?|uker?|veckor|vecka',
  month: 'months?|måneder?|måned|månader|månad|mdr\\.?',
};

/** Days from today. */
export const nearDays: readonly [words: string, days: number][] = [
  ['(?:the )?day after tomorrow|(?:i ?)?(?:over|över) ?morg[eo]n', 2],
  ['today|i ?dag', 0],
  ['tomorrow|tmrw?|i ?morg[eo]n', 1],
];

/** Parts of a day: minutes since midnight, `null` for the beginning of one's working day; those of today name the day too. */
export const parts: readonly [words: string, minutes: number | null, today: boolean][] = [
  ['tonight|this evening|i ?aften|i ?kveld|i ?kväll', 18 * 60, true],
  ['this afternoon|i ?eftermiddag|i ?ettermiddag', 13 * 60, true],
  ['(?:in the )?morning|formiddag|förmiddag|bitti|tidlig|tidligt|tidigt|morgen|morgon|på morgenen|på morgonen|om morgenen', null, false],
  ['noon|midday', 12 * 60, false],
  ['(?:in the )?afternoon|(?:på |om )?eftermiddage?n?|(?:på )?ettermiddage?n?', 13 * 60, false],
  ['(?:in the )?evening|(?:på |om )?aften(?:en)?|(?:på )?kvelden?|(?:på )?kvällen?', 18 * 60, false],
];

export const next = 'next|næste|neste|nästa';
/** What is written before a day or a time and says nothing of its own. */
export const filler = 'on|at|the|of|until|på|nu|kl|klokken|klokka|klockan|den|d|til|till';
export const inFront = 'in|om';
export const halfHour = '(?:(?:an?|en|et|ett) )?(?:halv ?time|halv ?timme|half ?hour)|half an hour';
export const quarter = '(?:a|en|et|ett) (?:kvarter|kvart|quarter(?: of an hour)?)';
