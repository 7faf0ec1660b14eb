import * as da from '../../public/_locales/da/messages.json';
import * as en from '../../public/_locales/en/messages.json';
import * as nb from '../../public/_locales/nb/messages.json';
import * as sv from '../../public/_locales/sv/messages.json';
import type { Locale } from './locale';
import { bringLanguage, type Messages } from './messages';
import { type Text, textOf } from './text';

/** The few words the worker says, named one by one: a bundler then leaves the thousand others out, and the worker starts in a moment. */
const words: Record<Locale, Messages> = {
  en: {
    appName: en.appName,
    badgeWaiting_one: en.badgeWaiting_one,
    badgeWaiting_other: en.badgeWaiting_other,
    badgeLate_one: en.badgeLate_one,
    badgeLate_other: en.badgeLate_other,
    triageTitle: en.triageTitle,
    triagePanel: en.triagePanel,
  },
  da: {
    appName: da.appName,
    badgeWaiting_one: da.badgeWaiting_one,
    badgeWaiting_other: da.badgeWaiting_other,
    badgeLate_one: da.badgeLate_one,
    badgeLate_other: da.badgeLate_other,
    triageTitle: da.triageTitle,
    triagePanel: da.triagePanel,
  },
  nb: {
    appName: nb.appName,
    badgeWaiting_one: nb.badgeWaiting_one,
    badgeWaiting_other: nb.badgeWaiting_other,
    badgeLate_one: nb.badgeLate_one,
    badgeLate_other: nb.badgeLate_other,
    triageTitle: nb.triageTitle,
    triagePanel: nb.triagePanel,
  },
  sv: {
    appName: sv.appName,
    badgeWaiting_one: sv.badgeWaiting_one,
    badgeWaiting_other: sv.badgeWaiting_other,
    badgeLate_one: sv.badgeLate_one,
    badgeLate_other: sv.badgeLate_other,
    triageTitle: sv.triageTitle,
    triagePanel: sv.triagePanel,
  },
};

/** What the worker says, in a language. It knows the messages above and no other. */
export function workerWords(locale: Locale): Text {
  bringLanguage(locale, words[locale]);
  bringLanguage('en', words.en);
  return textOf(locale);
}
