import { Reply } from 'lucide-react';
import type { Action } from './action';

/** Opens the editor to answer. */
export const writeReply: Action = {
  name: 'write-reply',
  keys: ['r'],
  label: () => 'actionReply',
  icon: () => Reply,
  state: ({ conversation }) => (conversation.trashed || conversation.spam ? 'absent' : 'ready'),
  perform: (_subject, { compose }) => compose('reply'),
};
