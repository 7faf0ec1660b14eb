import type { Conversation } from '../../domain/model/conversation';
import type { Text } from '../../utils/i18n/text';
import { channelName } from '../ui/channel-icon';

/** What a conversation is called where one line must do: its subject, else its kind and contact. */
export function titleOf(conversation: Pick<Conversation, 'subject' | 'channel' | 'contactName'>, { t }: Text): string {
  return conversation.subject.trim() || t('conversationWith', { channel: t(channelName[conversation.channel]), name: conversation.contactName });
}
