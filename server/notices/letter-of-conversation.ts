import type { Message } from '../../domain/model/message';
import type { Locale } from '../../utils/i18n/locale';
import { noticeHead } from '../../utils/i18n/notice-head';
import { plural } from '../../utils/i18n/plural';
import { translate } from '../../utils/i18n/translate';
import { oneLine } from '../../utils/text/one-line';
import { truncate } from '../../utils/text/truncate';
import type { Letter } from './compose-notice';
import type { ConversationNotice } from './notice-queue';

/** Characters of the message: enough to know what it is about, the rest is read where it lies. */
const excerptLength = 400;
/** Of what an owner is mailed whole (RTE-1): a mail that says more than this is opened. */
const wholeLength = 100_000;
const tidy = (text: string) => text.replace(/\n{3,}/g, '\n\n').trim();

/** What they say; of a hidden one, that it is (D15). */
const wordsOf = (messages: readonly Message[], locale: Locale) =>
  messages.map(({ hidden, text }) => (hidden ? translate(locale, 'hidLine') : text)).join('\n\n');

/** Who wrote, about what, how it begins, and the way to it (THR-10). */
export const letterOfConversation = (
  { agent, locale, conversation, lead, others, name, message, whole }: ConversationNotice,
  hub: string,
  baseUrl: string,
): Letter => ({
  head: translate(locale, noticeHead(lead), { name: oneLine(name, 200) }),
  title: oneLine(conversation.subject, 300),
  quote: truncate(tidy(wordsOf(whole.length > 0 ? whole : [message], locale)), whole.length > 0 ? wholeLength : excerptLength),
  more: others > 0 ? plural(locale, 'noticeMailMore', others) : '',
  link: { words: translate(locale, 'noticeMailOpen'), href: `${baseUrl}/m/${message.id}` },
  why: translate(locale, lead.asOwner ? 'ownerMailWhy' : 'noticeMailWhy', { hub }),
  thread: `conversation.${conversation.id}.${agent.id}`,
});
