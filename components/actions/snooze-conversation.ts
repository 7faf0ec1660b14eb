import { AlarmClock, AlarmClockOff } from 'lucide-react';
import type { Action } from './action';
import { titleOf } from './title-of';

/** Out of sight until a time one is asked for, or types (THR-15). */
export const snoozeConversation: Action = {
  name: 'snooze-conversation',
  keys: ['h'],
  label: ({ conversation }) => (conversation.snoozed ? 'snzOther' : 'actionSnooze'),
  icon: () => AlarmClock,
  state({ conversation: { trashed, spam, status } }, { ask }) {
    if (!ask) return 'absent';
    if (trashed) return { refused: 'in-trash' };
    if (spam) return { refused: 'in-spam' };
    return status === 'closed' ? { refused: 'closed-not-snoozed' } : 'ready';
  },
  perform: ({ conversation }, { ask }) => ask?.('snooze', conversation),
};

export const endSnooze: Action = {
  name: 'end-snooze',
  label: () => 'snzEnd',
  icon: () => AlarmClockOff,
  state: ({ conversation: { snoozed, trashed } }) => (snoozed && !trashed ? 'ready' : 'absent'),
  perform: ({ conversation }, { perform, text }) =>
    perform('endSnooze', { conversationId: conversation.id }, text.t('snzEnded', { title: titleOf(conversation, text) })),
};
