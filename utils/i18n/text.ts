import { formatDate } from './format-date';
import { formatDay } from './format-day';
import { formatFullDate } from './format-full-date';
import { formatNumber } from './format-number';
import { formatSize } from './format-size';
import { formatTime } from './format-time';
import { formatWaiting } from './format-waiting';
import type { Locale } from './locale';
import type { MessageKey, PluralKey } from './messages';
import { plural } from './plural';
import { type Params, translate } from './translate';

/** Everything that writes words, bound to one language: what `useText` gives a component. */
export interface Text {
  locale: Locale;
  t(key: MessageKey, params?: Params): string;
  plural(key: PluralKey, count: number, params?: Params): string;
  number(value: number): string;
  time(at: number): string;
  date(at: number, now: number): string;
  fullDate(at: number): string;
  day(at: number, now: number): string;
  size(bytes: number): string;
  waiting(ms: number): string;
}

export const textOf = (locale: Locale): Text => ({
  locale,
  t: (key, params) => translate(locale, key, params),
  plural: (key, count, params) => plural(locale, key, count, params),
  number: (value) => formatNumber(locale, value),
  time: (at) => formatTime(locale, at),
  date: (at, now) => formatDate(locale, at, now),
  fullDate: (at) => formatFullDate(locale, at),
  day: (at, now) => formatDay(locale, at, now),
  size: (bytes) => formatSize(locale, bytes),
  waiting: (ms) => formatWaiting(locale, ms),
});
