import { Trash } from 'lucide-react';
import type { Action } from './action';

/** Out of trash for good, after a question (VIEW-10); the one act there is no way back from. */
export const deleteForever: Action = {
  name: 'delete-forever',
  keys: ['Backspace'],
  danger: true,
  label: () => 'actionDeleteForever',
  icon: () => Trash,
  state: ({ conversation }, { ask }) => (conversation.trashed && ask ? 'ready' : 'absent'),
  perform: ({ conversation }, { ask }) => ask?.('delete-forever', conversation),
};
