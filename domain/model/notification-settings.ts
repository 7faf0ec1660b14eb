import { z } from 'zod';
import { Id, SpaceId } from './ids';

/** What somebody can be told of (NTF-1). */
export const NotificationEvent = z.enum(['mention', 'assignment', 'reply', 'conversation']);
export type NotificationEvent = z.infer<typeof NotificationEvent>;

/** By `email` one is told in the browser as well, and by mail only while no device of one's own is online (NTF-2). */
export const NotificationWay = z.enum(['browser', 'email', 'none']);
export type NotificationWay = z.infer<typeof NotificationWay>;

/** Minutes of the day in a time zone; from 22:00 to 07:00 goes over midnight, from 09:00 to 09:00 is never. */
const MinuteOfDay = z.int().min(0).max(1439);
export const QuietHours = z.object({ from: MinuteOfDay, to: MinuteOfDay, timeZone: z.string().min(1).max(64) });
export type QuietHours = z.infer<typeof QuietHours>;

/** How one agent wants to be told of what, on every device of theirs: in their own space (K1), under their own id. */
export const NotificationSettings = z.object({
  id: Id,
  space: SpaceId,
  ways: z.object({ mention: NotificationWay, assignment: NotificationWay, reply: NotificationWay, conversation: NotificationWay }),
  quiet: QuietHours.nullable(),
});
export type NotificationSettings = z.infer<typeof NotificationSettings>;

/** Until somebody says otherwise: what is for me is told, a new conversation for everybody is not. */
export const usualNotifications: Pick<NotificationSettings, 'ways' | 'quiet'> = {
  ways: { mention: 'browser', assignment: 'browser', reply: 'browser', conversation: 'none' },
  quiet: null,
};
