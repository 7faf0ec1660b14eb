import { ShieldBan, ShieldOff } from 'lucide-react';
import { foldAddress } from '../../domain/model/fold-address';
import { newId } from '../../utils/store/new-id';
import type { Action, Subject } from './action';

/** By a rule about exactly this address: one about their domain is for the settings. */
const isBlocked = ({ conversation: { spam, contactAddress } }: Subject) =>
  spam?.reason === 'blocked-sender' && contactAddress !== null && spam.rule === foldAddress(contactAddress);

/** This conversation and all their coming mail to Spam (THR-6). Where there is a ticket it says first what becomes of it (D6). */
export const blockSender: Action = {
  name: 'block-sender',
  danger: true,
  label: () => 'actionBlock',
  icon: () => ShieldBan,
  state: (subject, { ask }) => {
    if (subject.conversation.trashed || isBlocked(subject) || !ask) return 'absent';
    return subject.conversation.contactAddress ? 'ready' : { refused: 'nobody-to-block' };
  },
  perform: ({ conversation, ticket }, { ask, perform, text }) =>
    ticket
      ? ask?.('block-sender', conversation)
      : perform(
          'blockSender',
          { conversationId: conversation.id, ruleId: newId() },
          text.t('didBlock', { address: conversation.contactAddress ?? '' }),
        ),
};

/** Out of Spam, and what they write from now on too (THR-6). */
export const unblockSender: Action = {
  name: 'unblock-sender',
  label: () => 'actionUnblock',
  icon: () => ShieldOff,
  state: (subject) => (isBlocked(subject) && !subject.conversation.trashed ? 'ready' : 'absent'),
  perform: ({ conversation }, { perform, text }) =>
    perform('unblockSender', { conversationId: conversation.id }, text.t('didUnblock', { address: conversation.contactAddress ?? '' })),
};
