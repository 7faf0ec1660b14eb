import { AtSign, Ban, Flag, type LucideIcon, Megaphone, ShieldBan } from 'lucide-react';
import type { Conversation } from '../../domain/model/conversation';
import type { MessageKey } from '../../utils/i18n/messages';
import type { Text } from '../../utils/i18n/text';

type Spam = NonNullable<Conversation['spam']>;

export const spamIcon: Record<Spam['reason'], LucideIcon> = {
  'marked-by-agent': Flag,
  'bulk-mail': Megaphone,
  'role-address': AtSign,
  'blocked-sender': ShieldBan,
  'denied-sender': Ban,
};

const words: Record<Spam['reason'], MessageKey> = {
  'marked-by-agent': 'spamMarked',
  'bulk-mail': 'spamBulk',
  'role-address': 'spamRole',
  'blocked-sender': 'spamBlocked',
  'denied-sender': 'spamDenied',
};

/** Why a conversation lies in Spam, with the rule where one decided (VIEW-9). */
export function spamWords({ reason, rule }: Pick<Spam, 'reason' | 'rule'>, { t }: Text): string {
  return rule ? t('spamReasonRule', { reason: t(words[reason]), rule }) : t(words[reason]);
}
