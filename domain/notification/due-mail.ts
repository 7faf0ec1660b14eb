import type { Agent } from '../model/agent';
import type { Conversation } from '../model/conversation';
import { NotificationEvent, type NotificationSettings } from '../model/notification-settings';
import { isQuiet } from './is-quiet';
import type { Notice } from './notices-of';
import { wayOf } from './way-of';

/** ms without a device online after which the hub mails (NTF-2). */
export const mailWait = 5 * 60_000;
/** ms; what could not be mailed by then is no news any more. */
export const mailGivenUp = 24 * 3_600_000;

/** A notice kept for mail; `at`: when it became one, ms by the hub's clock. */
export type WaitingNotice = Pick<Notice, 'event' | 'messageId' | 'from'> & {
  at: number;
  /** Their contact wrote, and its channel gave it to them: no choice of theirs turns this off (RTE-1). */
  asOwner?: true;
};

/** One conversation's notices of one agent, and what is known now. */
export interface MailMoment {
  notices: readonly WaitingNotice[];
  self: Agent | undefined;
  isMember: boolean;
  settings: NotificationSettings | undefined;
  conversation: Conversation | undefined;
  /** ms; when a device of theirs was last online. */
  seenAt: number | null;
  /** ms; before this nobody could have been seen: the hub was not there. */
  hubSince: number;
  now: number;
}

/**
 * What of it to mail now, `wait` to ask again later, `drop` when it will never be. A device that was online since has told it, or has it in its
 * list; and nobody is mailed what a colleague has dealt with meanwhile. Quiet hours put a mail off.
 */
export function dueMail({ notices, self, isMember, settings, conversation, seenAt, hubSince, now }: MailMoment): WaitingNotice[] | 'wait' | 'drop' {
  if (!self?.active || !isMember || !conversation || conversation.spam || conversation.trashed || conversation.mergedInto) return 'drop';
  const left = notices.filter(
    ({ event, at, asOwner }) =>
      at > (seenAt ?? 0) &&
      now - at < mailGivenUp &&
      (asOwner || (settings && wayOf(event, settings.ways, self, now) === 'email')) &&
      isStillNews(event, conversation, self),
  );
  const [first] = left;
  if (!first) return 'drop';
  return now - Math.max(first.at, hubSince) < mailWait || isQuiet(settings?.quiet ?? null, now) ? 'wait' : left;
}

function isStillNews(event: WaitingNotice['event'], { status, ownerId, snoozed, followers }: Conversation, { id }: Agent): boolean {
  if (event === 'mention') return true;
  if (event === 'followed') return followers?.includes(id) === true;
  if (event === 'back') return status === 'open' && !snoozed;
  return status === 'open' && ownerId === (event === 'conversation' ? null : id);
}

/** The one that stands for them all in a mail: what brings the incoming mail itself, then the most personal, of those the newest. */
export function leadOf(notices: readonly WaitingNotice[]): WaitingNotice | undefined {
  const rank = ({ event, asOwner }: WaitingNotice) => (asOwner ? -1 : NotificationEvent.options.indexOf(event));
  return [...notices].reverse().sort((a, b) => rank(a) - rank(b) || b.at - a.at)[0];
}
