import { Bell, BellOff } from 'lucide-react';
import type { Action } from './action';
import { titleOf } from './title-of';

/** To be told of what is said in it, whoever owns it (THR-18). */
export const followConversation: Action = {
  name: 'follow',
  keys: ['b'],
  label: () => 'actionFollow',
  icon: () => Bell,
  state({ conversation: { followers, trashed, spam } }, { me }) {
    if (trashed || followers?.includes(me)) return 'absent';
    return spam ? { refused: 'in-spam' } : 'ready';
  },
  perform: ({ conversation }, { perform, text }) =>
    perform('followConversation', { conversationId: conversation.id }, text.t('folDid', { title: titleOf(conversation, text) })),
};

export const unfollowConversation: Action = {
  name: 'unfollow',
  keys: ['b'],
  label: () => 'actionUnfollow',
  icon: () => BellOff,
  state: ({ conversation: { followers, trashed } }, { me }) => (!trashed && followers?.includes(me) ? 'ready' : 'absent'),
  perform: ({ conversation }, { perform, text }) =>
    perform('unfollowConversation', { conversationId: conversation.id }, text.t('folEnded', { title: titleOf(conversation, text) })),
};
