import { MailCheck, ShieldCheck } from 'lucide-react';
import { newId } from '../../utils/store/new-id';
import type { Action } from './action';
import { titleOf } from './title-of';

/** Back from Spam; the sender is judged again next time (D13). */
export const markNotSpam: Action = {
  name: 'mark-not-spam',
  keys: ['!'],
  label: () => 'actionNotSpam',
  icon: () => MailCheck,
  state: ({ conversation }) => (conversation.spam && !conversation.trashed ? 'ready' : 'absent'),
  perform: ({ conversation }, { perform, text }) =>
    perform(
      'markNotSpam',
      { conversationId: conversation.id, alwaysAllow: false, ruleId: newId() },
      text.t('didNotSpam', { title: titleOf(conversation, text) }),
    ),
};

/** "Not spam + always allow" is one key (VIEW-9): the sender never lands here again. */
export const alwaysAllowSender: Action = {
  name: 'always-allow',
  keys: ['w'],
  label: () => 'actionAlwaysAllow',
  icon: () => ShieldCheck,
  state: ({ conversation }) => (conversation.spam && !conversation.trashed && conversation.contactAddress ? 'ready' : 'absent'),
  perform: ({ conversation }, { perform, text }) =>
    perform(
      'markNotSpam',
      { conversationId: conversation.id, alwaysAllow: true, ruleId: newId() },
      text.t('didAlwaysAllow', { address: conversation.contactAddress ?? conversation.contactName }),
    ),
};
