import { RotateCcw } from 'lucide-react';
import type { Action } from './action';
import { titleOf } from './title-of';

/** Opens a closed conversation again; the same key that closes (THR-4). */
export const reopenConversation: Action = {
  name: 'reopen-conversation',
  keys: ['e'],
  label: () => 'actionReopen',
  icon: () => RotateCcw,
  state: ({ conversation }) => (conversation.status === 'closed' && !conversation.trashed && !conversation.spam ? 'ready' : 'absent'),
  perform: ({ conversation }, { perform, text }) =>
    perform('reopenConversation', { conversationId: conversation.id }, text.t('didReopen', { title: titleOf(conversation, text) })),
};
