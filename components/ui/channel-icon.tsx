import { ClipboardList, type LucideIcon, Mail, MessageSquare, MessagesSquare, Phone, Plug, Smartphone } from 'lucide-react';
import type { ChannelKind } from '../../domain/model/channel';
import type { MessageKey } from '../../utils/i18n/messages';

/** Channel to icon; no logos of others (WhatsApp has a plain bubble). */
export const channelIcon: Record<ChannelKind, LucideIcon> = {
  email: Mail,
  chat: MessageSquare,
  form: ClipboardList,
  call: Phone,
  messenger: MessagesSquare,
  whatsapp: MessagesSquare,
  sms: Smartphone,
  custom: Plug,
};

export const channelName: Record<ChannelKind, MessageKey> = {
  email: 'channelEmail',
  chat: 'channelChat',
  form: 'channelForm',
  call: 'channelCall',
  messenger: 'channelMessenger',
  whatsapp: 'channelWhatsapp',
  sms: 'channelSms',
  custom: 'channelCustom',
};
