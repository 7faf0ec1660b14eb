import { Mail } from 'lucide-react';
import type { Action } from './action';

/** To look at again, and only for oneself; on one that holds something unseen the key says that it is seen (THR-21). */
export const markUnread: Action = {
  name: 'mark-unread',
  keys: ['m'],
  label: () => 'readUnread',
  icon: () => Mail,
  state: ({ conversation: { spam, trashed } }, { toggleUnread }) => (toggleUnread && !spam && !trashed ? 'ready' : 'absent'),
  perform: ({ conversation }, { toggleUnread }) => toggleUnread?.(conversation),
};
