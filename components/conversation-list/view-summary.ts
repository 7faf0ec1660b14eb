import type { Conversation } from '../../domain/model/conversation';
import { needsAnswer, type ViewId } from '../../domain/view/views-of';
import type { Text } from '../../utils/i18n/text';

const holdsClosedOnes: readonly ViewId[] = ['chat', 'email', 'forms', 'calls', 'messenger', 'whatsapp', 'sms', 'custom'];
const openOnly: readonly ViewId[] = ['unassigned', 'mine', 'open', 'bots'];

/** The view in words: "38 open, 9 need an answer". The second figure only where all that are counted are here, so that it is exact: while an inbox comes in, the count is the hub's. */
export function viewSummary(view: ViewId, count: number, rows: readonly Conversation[], { plural, t }: Text): string {
  if (!openOnly.includes(view) && !holdsClosedOnes.includes(view)) return plural('conversations', count);
  const open = plural('openConversations', count);
  const owed = rows.filter(needsAnswer).length;
  const here = rows.filter(({ status }) => status === 'open').length;
  return here === count && owed > 0 ? t('summaryWithOwed', { open, owed: plural('needAnswer', owed) }) : open;
}
