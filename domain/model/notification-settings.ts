import * as z from 'zod/mini';
import { Id, SpaceId } from './ids';

/** What somebody can be told of (NTF-1). `back`: what they snoozed (THR-15); `followed`: news of what they follow (THR-18). The most personal first. */
export const NotificationEvent = z.enum(['mention', 'assignment', 'reply', 'back', 'followed', 'conversation']);
export type NotificationEvent = z.infer<typeof NotificationEvent>;

/** By `email` one is told in the browser as well, and by mail only while no device of one's own is online (NTF-2). */
export const NotificationWay = z.enum(['browser', 'email', 'none']);
export type NotificationWay = z.infer<typeof NotificationWay>;

/** Minutes of the day in a time zone; from 22:00 to 07:00 goes over midnight, from 09:00 to 09:00 is never. */
const MinuteOfDay = z.int().check(z.minimum(0), z.maximum(1439));
export const QuietHours = z.object({ from: MinuteOfDay, to: MinuteOfDay, timeZone: z.string().check(z.minLength(1), z.maxLength(64)) });
export type QuietHours = z.infer<typeof QuietHours>;

/** How one agent wants to be told of what, on every device of theirs: in their own space (K1), under their own id. */
export const NotificationSettings = z.object({
  id: Id,
  space: SpaceId,
  ways: z.object({
    mention: NotificationWay,
    assignment: NotificationWay,
    reply: NotificationWay,
    /** What came later is not in older choices; then it is as usual. */
    back: z.optional(NotificationWay),
    followed: z.optional(NotificationWay),
    conversation: NotificationWay,
  }),
  quiet: z.nullable(QuietHours),
});
export type NotificationSettings = z.infer<typeof NotificationSettings>;

/** Until somebody says otherwise: what is for me is told, a new conversation for everybody is not. */
export const usualNotifications = {
  ways: { mention: 'browser', assignment: 'browser', reply: 'browser', back: 'browser', followed: 'browser', conversation: 'none' },
  quiet: null,
} as const satisfies Pick<NotificationSettings, 'ways' | 'quiet'>;
