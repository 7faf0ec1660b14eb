import type { SenderRule } from '../../../domain/model/contact';
import type { MessageKey } from '../../../utils/i18n/messages';

/** What each kind of rule is called, and what it means for the sender's mail; in the order they are offered. */
export const senderWords: Record<SenderRule['kind'], [name: MessageKey, help: MessageKey]> = {
  allow: ['sndAllow', 'sndAllowHelp'],
  deny: ['sndDeny', 'sndDenyHelp'],
  block: ['sndBlock', 'sndBlockHelp'],
};
