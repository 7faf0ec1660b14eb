import { isAvailable } from '../agent/is-available';
import type { Agent } from '../model/agent';
import type { Id } from '../model/ids';
import { type NotificationSettings, usualNotifications } from '../model/notification-settings';
import { isQuiet } from './is-quiet';
import type { Notice } from './notices-of';

interface Moment {
  self: Agent | undefined;
  settings: NotificationSettings | undefined;
  /** Conversations on screen on this device. */
  onScreen: ReadonlySet<Id>;
  /** ms */
  now: number;
}

/** Which notices the browser tells now: what one chose, not in quiet hours, not what one is looking at, and nothing new for all while away (AVL-1). */
export function toldOf(notices: readonly Notice[], { self, settings, onScreen, now }: Moment): Notice[] {
  const { ways, quiet } = settings ?? usualNotifications;
  if (isQuiet(quiet, now)) return [];
  const away = self !== undefined && !isAvailable(self);
  return notices.filter(
    ({ event, conversationId }) => ways[event] === 'browser' && !onScreen.has(conversationId) && !(away && event === 'conversation'),
  );
}
