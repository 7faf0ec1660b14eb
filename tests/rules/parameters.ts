import type { RefusalCode } from '../../domain/core/refusal';
import type { SenderRule } from '../../domain/model/contact';
import { ContactProperty, ContextSection } from '../../domain/model/context-settings';
import type { SpamReason } from '../../domain/model/conversation';
import type { Id } from '../../domain/model/ids';
import type { ViewName } from '../../domain/view/views-of';
import { hour, minute } from '../support/world';
import type { Person, Story } from './story';

/** A blank of a sentence: what may stand in it, and what a step is handed for it. */
interface Parameter<T> {
  pattern: string;
  read(story: Story, words: string): T | Promise<T>;
}
const parameter = <T>(p: Parameter<T>) => p;

const day = 24 * hour;
const units: Record<string, number> = { second: 1000, minute, hour, day };
const numbers: Record<string, number> = { no: 0, a: 1, an: 1, one: 1, two: 2, three: 3, four: 4, five: 5 };
const numberOf = (words: string) => numbers[words] ?? Number(words);
const count = '(?:\\d+|no|an?|one|two|three|four|five)';

/** The views as the screens name them; Spam and trash are standings of a conversation, with sentences of their own. */
const views: Record<string, ViewName> = {
  Unassigned: 'unassigned',
  'All open': 'open',
  Chat: 'chat',
  'E-mail': 'email',
  Forms: 'forms',
  Calls: 'calls',
  Bots: 'bots',
  'All closed': 'closed',
  Snoozed: 'snoozed',
  Sent: 'sent',
};

const judgements: Record<string, SenderRule['kind']> = { 'never spam': 'allow', 'always spam': 'deny', blocked: 'block' };

const spamReasons: Record<string, SpamReason> = {
  'an agent marked it': 'marked-by-agent',
  'it is bulk mail': 'bulk-mail',
  'it is from a role address': 'role-address',
  'the sender is blocked': 'blocked-sender',
  'the sender is denied': 'denied-sender',
};
/** The stages every inbox begins with, as an English reader has them; one a row makes stands between quotation marks. */
const stages: Record<string, string> = { New: 'new', 'Waiting on contact': 'waiting-on-contact', 'Waiting on us': 'waiting-on-us', Closed: 'closed' };

/** Why an act is refused, where the code's own words do not say it to a reader. The others are said by their code: `already-closed` is "already closed". */
const reasons: Record<string, RefusalCode> = {
  'it does not exist': 'not-found',
  'they may not': 'not-allowed',
  'it has a ticket': 'has-ticket',
  'the ticket is of another inbox': 'ticket-in-other-inbox',
  'there is no such stage': 'stage-gone',
  'another conversation is on its ticket': 'ticket-has-others',
  'it is in trash': 'in-trash',
  'it is closed': 'closed-not-snoozed',
  'it is not snoozed': 'not-snoozed',
  'they are one already': 'already-merged',
  'they lie in different inboxes': 'other-inbox',
  'it can no longer be exact': 'not-apart',
  'it is in Spam': 'in-spam',
  'it is not in Spam': 'not-in-spam',
  'it was changed since': 'changed-since',
  'the bot has not handed over': 'bot-not-handed-over',
  'it is one of our own': 'own-address',
  'who gets it is no member of the inbox': 'owner-not-a-member',
};

const names = (list: string) => `(?:${list})`;
const list = (one: string) => `${one}(?:(?:, | and )${one})*`;
const each = (words: string) => words.split(/, | and /);
const letter = '[ABC]\\b';

/** The blanks there are. A new kind of blank is one entry here. */
export const parameters = {
  agent: parameter({ pattern: names('Ann|Bo|Carl|Dan'), read: (story, name): Id => story.agent(name) }),
  agents: parameter({ pattern: list(names('Ann|Bo|Carl|Dan')), read: (story, words): Id[] => each(words).map((name) => story.agent(name)) }),
  team: parameter({ pattern: '[A-Z][a-z]+', read: (_story, name): string => name }),
  /** An agent, or nobody. */
  owner: parameter({ pattern: names('Ann|Bo|Carl|Dan|nobody'), read: (story, name): Id | null => (name === 'nobody' ? null : story.agent(name)) }),
  contact: parameter({ pattern: names('Kim|Lea|Ole'), read: (story, name): Person => story.person(name) }),
  inbox: parameter({ pattern: names('Support|Sales'), read: (story, name): Id => story.inbox(name) }),
  /** Begins, as an e-mail to Support, where it is first mentioned. */
  conversation: parameter({ pattern: letter, read: (story, name): Promise<Id> => story.conversation(name) }),
  conversations: parameter({
    pattern: list(letter),
    read: (story, words): Promise<Id[]> => Promise.all(each(words).map((name) => story.conversation(name))),
  }),
  /** A conversation that is yet to begin. */
  newConversation: parameter({ pattern: letter, read: (_story, name): string => name }),
  ticket: parameter({ pattern: '[TU]\\b', read: (story, name): Id => story.ticket(name) }),
  tickets: parameter({ pattern: list('[TU]\\b'), read: (story, words): Id[] => each(words).map((name) => story.ticket(name)) }),
  view: parameter({ pattern: names(Object.keys(views).join('|')), read: (_story, name): ViewName => views[name] as ViewName }),
  /** What is said of a sender's mail. */
  judgement: parameter({ pattern: names(Object.keys(judgements).join('|')), read: (_story, words) => judgements[words] as SenderRule['kind'] }),
  spamReason: parameter({ pattern: names(Object.keys(spamReasons).join('|')), read: (_story, words) => spamReasons[words] as SpamReason }),
  stage: parameter({
    pattern: `(?:${Object.keys(stages).join('|')}|"[^"]*")`,
    read: (story, words): string => stages[words] ?? story.named(`stage ${words}`),
  }),
  number: parameter({ pattern: count, read: (_story, words): number => numberOf(words) }),
  /** "30 minutes", "a day": milliseconds. */
  duration: parameter({
    pattern: `${count} (?:second|minute|hour|day)s?`,
    read: (_story, words): number => {
      const [many = '', unit = ''] = words.split(' ');
      return numberOf(many) * (units[unit.replace(/s$/, '')] ?? Number.NaN);
    },
  }),
  /** Words between quotation marks. */
  text: parameter({ pattern: '"[^"]*"', read: (_story, words): string => words.slice(1, -1) }),
  address: parameter({ pattern: '[a-z]+@[a-z]+\\.example', read: (_story, words): string => words }),
  section: parameter({ pattern: '[a-z]+', read: (_story, words): ContextSection => ContextSection.parse(words) }),
  properties: parameter({
    pattern: list('[a-z]+'),
    read: (_story, words): ContactProperty[] => each(words).map((word) => ContactProperty.parse(word)),
  }),
  reason: parameter({ pattern: '[a-zA-Z ]+', read: (_story, words): string => reasons[words] ?? words.replaceAll(' ', '-') }),
};
