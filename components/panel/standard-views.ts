import {
  AlarmClock,
  Bot,
  CircleCheck,
  ClipboardList,
  Inbox,
  type LucideIcon,
  Mail,
  MessageSquare,
  OctagonAlert,
  Phone,
  Send,
  Trash2,
  UserRound,
  UserRoundX,
} from 'lucide-react';
import type { ViewId, ViewName } from '../../domain/view/views-of';
import type { MessageKey } from '../../utils/i18n/messages';

export type ViewWithIcon = readonly [ViewName, LucideIcon];

/** Always on show (VIEW-11); the rest under More. */
export const standingViews: readonly ViewWithIcon[] = [
  ['unassigned', UserRoundX],
  ['mine', UserRound],
  ['open', Inbox],
  ['chat', MessageSquare],
];
export const channelViews: readonly ViewWithIcon[] = [
  ['email', Mail],
  ['forms', ClipboardList],
  ['calls', Phone],
  ['bots', Bot],
];
export const restViews: readonly ViewWithIcon[] = [
  ['snoozed', AlarmClock],
  ['closed', CircleCheck],
  ['sent', Send],
  ['spam', OctagonAlert],
  ['trash', Trash2],
];

/** Whether the view's own name stands in no tab. */
export const isUnderMore = (view: ViewId) => !standingViews.some(([name]) => name === view);

export const viewKey = (view: ViewName) => `view_${view}` as MessageKey;
