import { ArchiveRestore } from 'lucide-react';
import type { Action } from './action';
import { titleOf } from './title-of';

/** Back from the trash with its ticket (VIEW-10, D5); the same key that put it there. */
export const restoreConversation: Action = {
  name: 'restore-conversation',
  keys: ['Delete', '#'],
  label: () => 'actionRestore',
  icon: () => ArchiveRestore,
  state: ({ conversation }) => (conversation.trashed ? 'ready' : 'absent'),
  perform: ({ conversation }, { perform, text }) =>
    perform('restoreConversation', { conversationId: conversation.id }, text.t('didRestore', { title: titleOf(conversation, text) })),
};
