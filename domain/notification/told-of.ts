import type { Agent } from '../model/agent';
import type { Id } from '../model/ids';
import { type NotificationSettings, usualNotifications } from '../model/notification-settings';
import { isQuiet } from './is-quiet';
import type { Notice } from './notices-of';
import { wayOf } from './way-of';

interface Moment {
  self: Agent | undefined;
  settings: NotificationSettings | undefined;
  /** Conversations on screen on this device. */
  onScreen: ReadonlySet<Id>;
  /** ms */
  now: number;
}

/** Which notices the browser tells now: what one chose, not in quiet hours, and not what one is looking at. Who chose e-mail has a device online here (NTF-2). */
export function toldOf(notices: readonly Notice[], { self, settings, onScreen, now }: Moment): Notice[] {
  const { ways, quiet } = settings ?? usualNotifications;
  if (isQuiet(quiet, now)) return [];
  return notices.filter(({ event, conversationId }) => wayOf(event, ways, self, now) !== 'none' && !onScreen.has(conversationId));
}
