import type { Conversation } from '../../domain/model/conversation';
import { sortAtOf, type ViewId } from '../../domain/view/views-of';

/** What the list draws, top to bottom: day headings and rows. */
export type ListLine = { kind: 'day'; key: string; at: number } | { kind: 'row'; key: string; conversation: Conversation; index: number };

const dayOf = (at: number) => new Date(at).setHours(0, 0, 0, 0);

/** Puts a heading before the first row of each day, by what the view is ordered by. */
export function listLines(rows: readonly Conversation[], view: ViewId): ListLine[] {
  const lines: ListLine[] = [];
  let day: number | undefined;
  rows.forEach((conversation, index) => {
    const at = sortAtOf(conversation, view);
    const its = dayOf(at);
    if (its !== day) lines.push({ kind: 'day', key: `day-${its}-${index}`, at });
    day = its;
    lines.push({ kind: 'row', key: conversation.id, conversation, index });
  });
  return lines;
}
