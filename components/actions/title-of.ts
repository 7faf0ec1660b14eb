import type { Conversation } from '../../domain/model/conversation';
import type { Text } from '../../utils/i18n/text';
import { channelName } from '../ui/channel-icon';
import { minutes } from '../ui/minutes';

type Titled = Pick<Conversation, 'subject' | 'channel' | 'contactName' | 'call'>;

/** What a conversation is called where one line must do: its subject, a call nobody took, else its kind and contact. */
export function titleOf(conversation: Titled, { t }: Text): string {
  const { call, channel, contactName, subject } = conversation;
  if (call?.outcome === 'missed') return t('callMissed');
  if (call?.outcome === 'voicemail') return t('callMissedVoicemail', { duration: minutes(call.durationSeconds) });
  return subject.trim() || t('conversationWith', { channel: t(channelName[channel]), name: contactName });
}
