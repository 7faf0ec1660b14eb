import { Trash2 } from 'lucide-react';
import type { Action } from './action';
import { titleOf } from './title-of';

/** To the trash, its ticket along when nobody else uses it (VIEW-10, D5, D6). */
export const trashConversation: Action = {
  name: 'trash-conversation',
  keys: ['Delete', '#'],
  label: () => 'actionTrash',
  icon: () => Trash2,
  state: ({ conversation }) => (conversation.trashed ? 'absent' : 'ready'),
  perform: ({ conversation }, { perform, text }) =>
    perform('trashConversation', { conversationId: conversation.id }, text.t('didTrash', { title: titleOf(conversation, text) })),
};
