import { Merge } from 'lucide-react';
import { botHoldsOpen } from '../../domain/conversation/bot-holds-open';
import type { Action } from './action';

/** Into another conversation of its inbox (THR-17). Which one is asked. */
export const mergeConversation: Action = {
  name: 'merge-conversation',
  label: () => 'mrgAction',
  icon: () => Merge,
  state: ({ conversation }, { ask, now }) =>
    !ask || conversation.trashed || conversation.spam ? 'absent' : (botHoldsOpen(conversation, now) ?? 'ready'),
  perform: ({ conversation }, { ask }) => ask?.('merge-conversation', conversation),
};
