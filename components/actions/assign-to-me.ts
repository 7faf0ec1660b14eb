import { UserRoundPlus } from 'lucide-react';
import type { Action } from './action';
import { titleOf } from './title-of';

/** Takes the conversation (THR-2). */
export const assignToMe: Action = {
  name: 'assign-to-me',
  keys: ['a'],
  label: () => 'actionAssignToMe',
  icon: () => UserRoundPlus,
  state: ({ conversation }, { me }) => (conversation.ownerId === me || conversation.trashed ? 'absent' : 'ready'),
  perform: ({ conversation }, { me, perform, text }) =>
    perform('assignConversation', { conversationId: conversation.id, ownerId: me }, text.t('didAssignToMe', { title: titleOf(conversation, text) })),
};
