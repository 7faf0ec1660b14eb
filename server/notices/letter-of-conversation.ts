import { plural } from '../../utils/i18n/plural';
import { translate } from '../../utils/i18n/translate';
import { oneLine } from '../../utils/text/one-line';
import { truncate } from '../../utils/text/truncate';
import type { Letter } from './compose-notice';
import type { ConversationNotice } from './notice-queue';

const heads = { mention: 'notifyMention', assignment: 'notifyAssignment', reply: 'notifyReply', conversation: 'notifyConversation' } as const;
/** Characters of the message: enough to know what it is about, the rest is read where it lies. */
const excerptLength = 400;

/** Who wrote, about what, how it begins, and the way to it (THR-10). */
export const letterOfConversation = (
  { agent, locale, conversation, lead, others, name, message }: ConversationNotice,
  hub: string,
  baseUrl: string,
): Letter => ({
  head: translate(locale, heads[lead.event], { name: oneLine(name, 200) }),
  title: oneLine(conversation.subject, 300),
  quote: truncate(message.text.replace(/\n{3,}/g, '\n\n').trim(), excerptLength),
  more: others > 0 ? plural(locale, 'noticeMailMore', others) : '',
  link: { words: translate(locale, 'noticeMailOpen'), href: `${baseUrl}/m/${message.id}` },
  why: translate(locale, 'noticeMailWhy', { hub }),
  thread: `conversation.${conversation.id}.${agent.id}`,
});
