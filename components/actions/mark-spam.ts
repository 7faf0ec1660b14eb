import { OctagonAlert } from 'lucide-react';
import type { Action } from './action';
import { titleOf } from './title-of';

/** This thread alone goes to Spam (THR-7). */
export const markSpam: Action = {
  name: 'mark-spam',
  keys: ['!'],
  label: () => 'actionSpam',
  icon: () => OctagonAlert,
  state: ({ conversation }) => (conversation.spam || conversation.trashed ? 'absent' : 'ready'),
  perform: ({ conversation }, { perform, text }) =>
    perform('markSpam', { conversationId: conversation.id }, text.t('didSpam', { title: titleOf(conversation, text) })),
};
