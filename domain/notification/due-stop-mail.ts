import type { Agent } from '../model/agent';
import type { NotificationSettings } from '../model/notification-settings';
import type { StoppedChannel } from '../model/stopped-channel';
import { hasAccountAccess } from '../permission/has-account-access';
import { mailWait } from './due-mail';
import { isQuiet } from './is-quiet';

/** What is known now of one account owner and one channel that stopped. */
export interface StopMoment {
  self: Agent | undefined;
  /** As it stands; none once it works again. */
  stopped: StoppedChannel | undefined;
  /** ms; when it was kept for mail. */
  at: number;
  settings: NotificationSettings | undefined;
  /** ms; when a device of theirs was last online: it shows it until it is mended. */
  seenAt: number | null;
  /** ms; before this nobody could have been seen: the hub was not there. */
  hubSince: number;
  now: number;
}

/**
 * Whether an account owner is mailed now that a channel stopped (CHN-4, NTF-2). No choice of theirs turns it off, for nothing else would tell them
 * that nothing comes in any more; quiet hours put it off. However old: what does not work is news as long as it does not.
 */
export function dueStopMail({ self, stopped, at, settings, seenAt, hubSince, now }: StopMoment): 'mail' | 'wait' | 'drop' {
  if (!self?.active || !hasAccountAccess(self) || !stopped || stopped.since > at || (seenAt ?? 0) >= at) return 'drop';
  return now - Math.max(at, hubSince) < mailWait || isQuiet(settings?.quiet ?? null, now) ? 'wait' : 'mail';
}
