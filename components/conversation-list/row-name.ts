import type { Agent } from '../../domain/model/agent';
import type { Conversation } from '../../domain/model/conversation';
import type { Id } from '../../domain/model/ids';
import type { Text } from '../../utils/i18n/text';
import { titleOf } from '../actions/title-of';
import { channelName } from '../ui/channel-icon';
import type { RowFacts } from './row-facts';

/** What a screen reader hears of a row, in the order of the four questions: owed? from whom? since when? whose? */
export function rowName(
  conversation: Conversation,
  facts: RowFacts & { drafted?: boolean; unseen?: boolean },
  owner: Agent | undefined,
  me: Id,
  text: Text,
): string {
  const { t, plural, waiting, fullDate } = text;
  const state = {
    failed: t('markFailed'),
    late: t('markLate', { time: facts.time.kind === 'over' ? waiting(facts.time.ms) : '' }),
    waiting: t('markWaiting', { time: facts.time.kind === 'waiting' ? waiting(facts.time.ms) : '' }),
    forwarded: t('markForwarded'),
    answered: t('markAnswered'),
    none: '',
  }[facts.mark];
  const whom = facts.others > 0 ? plural('nameAndOthers', facts.others, { name: conversation.contactName }) : conversation.contactName;
  const parts = [
    state,
    `${whom}, ${t(channelName[conversation.channel])}`,
    titleOf(conversation, text),
    facts.time.kind === 'at' ? fullDate(facts.time.at) : '',
    owner ? (owner.id === me ? t('assignedToYou') : t('assignedTo', { name: owner.name })) : facts.showOwner ? t('unassigned') : '',
    facts.unseen ? t('readSince') : '',
    facts.drafted ? t('rowDraft') : '',
    conversation.attachmentCount > 0 ? plural('attachments', conversation.attachmentCount) : '',
  ];
  // What ends in its own stop needs no other: "Is it in stock? Assigned to you".
  return parts.filter((part) => part !== '').reduce((name, part) => `${name}${/[.?!…]$/.test(name) ? '' : '.'} ${part}`);
}
