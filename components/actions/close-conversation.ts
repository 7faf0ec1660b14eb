import { CircleCheck } from 'lucide-react';
import { botHoldsOpen } from '../../domain/conversation/bot-holds-open';
import type { Action } from './action';
import { titleOf } from './title-of';

/** Closes this conversation alone, its ticket stays as it is (D1: the key and the menu touch one). */
export const closeConversation: Action = {
  name: 'close-conversation',
  keys: ['e'],
  label: ({ ticket }) => (ticket?.status === 'open' ? 'actionCloseConversationOnly' : 'actionClose'),
  icon: () => CircleCheck,
  state: ({ conversation }, { now }) =>
    conversation.status === 'closed' || conversation.trashed || conversation.spam ? 'absent' : (botHoldsOpen(conversation, now) ?? 'ready'),
  perform: ({ conversation }, { perform, text }) =>
    perform('closeConversation', { conversationId: conversation.id }, text.t('didClose', { title: titleOf(conversation, text) })),
};
