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
    mailInInbox: en.mailInInbox,
    logAction: en.logAction,
    mailLogging: en.mailLogging,
    mailWaits: en.mailWaits,
    notifyMention: en.notifyMention,
    notifyAssignment: en.notifyAssignment,
    notifyReply: en.notifyReply,
    notifyConversation: en.notifyConversation,
    notifyBack: en.notifyBack,
    notifyFollowed: en.notifyFollowed,
    notifyFollowedClosed: en.notifyFollowedClosed,
    notifyMany_one: en.notifyMany_one,
    notifyMany_other: en.notifyMany_other,
    notifyStopped: en.notifyStopped,
    notifyStoppedIn: en.notifyStoppedIn,
  },
  da: {
    appName: da.appName,
    badgeWaiting_one: da.badgeWaiting_one,
    badgeWaiting_other: da.badgeWaiting_other,
    badgeLate_one: da.badgeLate_one,
    badgeLate_other: da.badgeLate_other,
    triageTitle: da.triageTitle,
    triagePanel: da.triagePanel,
    mailInInbox: da.mailInInbox,
    logAction: da.logAction,
    mailLogging: da.mailLogging,
    mailWaits: da.mailWaits,
    notifyMention: da.notifyMention,
    notifyAssignment: da.notifyAssignment,
    notifyReply: da.notifyReply,
    notifyConversation: da.notifyConversation,
    notifyBack: da.notifyBack,
    notifyFollowed: da.notifyFollowed,
    notifyFollowedClosed: da.notifyFollowedClosed,
    notifyMany_one: da.notifyMany_one,
    notifyMany_other: da.notifyMany_other,
    notifyStopped: da.notifyStopped,
    notifyStoppedIn: da.notifyStoppedIn,
  },
  nb: {
    appName: nb.appName,
    badgeWaiting_one: nb.badgeWaiting_one,
    badgeWaiting_other: nb.badgeWaiting_other,
    badgeLate_one: nb.badgeLate_one,
    badgeLate_other: nb.badgeLate_other,
    triageTitle: nb.triageTitle,
    triagePanel: nb.triagePanel,
    mailInInbox: nb.mailInInbox,
    logAction: nb.logAction,
    mailLogging: nb.mailLogging,
    mailWaits: nb.mailWaits,
    notifyMention: nb.notifyMention,
    notifyAssignment: nb.notifyAssignment,
    notifyReply: nb.notifyReply,
    notifyConversation: nb.notifyConversation,
    notifyBack: nb.notifyBack,
    notifyFollowed: nb.notifyFollowed,
    notifyFollowedClosed: nb.notifyFollowedClosed,
    notifyMany_one: nb.notifyMany_one,
    notifyMany_other: nb.notifyMany_other,
    notifyStopped: nb.notifyStopped,
    notifyStoppedIn: nb.notifyStoppedIn,
  },
  sv: {
    appName: sv.appName,
    badgeWaiting_one: sv.badgeWaiting_one,
    badgeWaiting_other: sv.badgeWaiting_other,
    badgeLate_one: sv.badgeLate_one,
    badgeLate_other: sv.badgeLate_other,
    triageTitle: sv.triageTitle,
    triagePanel: sv.triagePanel,
    mailInInbox: sv.mailInInbox,
    logAction: sv.logAction,
    mailLogging: sv.mailLogging,
    mailWaits: sv.mailWaits,
    notifyMention: sv.notifyMention,
    notifyAssignment: sv.notifyAssignment,
    notifyReply: sv.notifyReply,
    notifyConversation: sv.notifyConversation,
    notifyBack: sv.notifyBack,
    notifyFollowed: sv.notifyFollowed,
    notifyFollowedClosed: sv.notifyFollowedClosed,
    notifyMany_one: sv.notifyMany_one,
    notifyMany_other: sv.notifyMany_other,
    notifyStopped: sv.notifyStopped,
    notifyStoppedIn: sv.notifyStoppedIn,
  },
};

/** What the worker says, in a language. It knows the messages above and no other. */
export function workerWords(locale: Locale): Text {
  bringLanguage(locale, words[locale]);
  bringLanguage('en', words.en);
  return textOf(locale);
}
