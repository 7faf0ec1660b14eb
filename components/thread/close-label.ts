import type { Text } from '../../utils/i18n/text';
import type { Action, Subject } from '../actions/action';

/** A short word for the bar and the whole sentence for title and screen readers: "Close ticket and 1 open conversation" (D1). `cap`: its key. */
export function closeLabel(
  action: Action,
  subject: Subject,
  { t, plural }: Text,
  cap: string | undefined,
): { short: string; rest: string; long: string } {
  const short = t(action.label(subject));
  if (action.name !== 'close-ticket' || !subject.ticket) return { short, rest: '', long: cap ? `${short} (${cap})` : short };
  const open = subject.openSiblings + (subject.conversation.status === 'open' ? 1 : 0);
  const rest = plural('closeTicketRest', open, { number: `T-${subject.ticket.number}` });
  return { short: open > 1 ? t('actionCloseTicketCount', { count: open }) : short, rest, long: `${short} ${rest}` };
}
