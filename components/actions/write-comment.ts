import { Lock } from 'lucide-react';
import type { Action } from './action';

/** Opens the editor for a word to the team only (RPL-3). */
export const writeComment: Action = {
  name: 'write-comment',
  keys: ['i'],
  label: () => 'actionComment',
  icon: () => Lock,
  state: ({ conversation }) => (conversation.trashed ? 'absent' : 'ready'),
  perform: (_subject, { compose }) => compose('comment'),
};
