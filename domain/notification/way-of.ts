import { isAvailable } from '../agent/is-available';
import type { Agent } from '../model/agent';
import { type NotificationEvent, type NotificationSettings, type NotificationWay, usualNotifications } from '../model/notification-settings';

/** How an agent is told of such news now: as they chose, and nothing new for all while they are away (AVL-1). */
export const wayOf = (event: NotificationEvent, ways: NotificationSettings['ways'], self: Agent | undefined, now: number): NotificationWay =>
  event === 'conversation' && self !== undefined && !isAvailable(self, now) ? 'none' : (ways[event] ?? usualNotifications.ways[event]);
