import type { UndoEntry } from '../model/undo-entry';
import { sameJson } from './same-json';
import type { Write } from './tx';

const undoableTables = ['conversations', 'tickets', 'senderRules'] as const;
type Change = UndoEntry['changes'][number];
type Fields = NonNullable<Change['before']>;

/**
 * The difference an act made to conversations, tickets and sender rules, field by field, and the message it wrote. Lines it left in a thread say
 * what happened then: they stay when it is undone, and so does what they add to the thread's length.
 */
export function undoEntryOf(writes: Write[], entry: Omit<UndoEntry, 'changes' | 'wrote' | 'moved'>): UndoEntry {
  const written = writes.flatMap(({ table, before, after }) => (table === 'messages' && !before && after ? [after] : []));
  const wrote = written.find(({ kind }) => kind !== 'event');
  const moves = writes.flatMap(({ table, before, after }) =>
    table === 'messages' && before && after && before.conversationId !== after.conversationId ? [{ before, after }] : [],
  );
  const [move] = moves;
  const length = wrote || move ? undefined : 'messageCount';
  const changes = writes.flatMap((write): Change[] => {
    const table = undoableTables.find((name) => name === write.table);
    if (!table) return [];
    const before = (write.before ?? null) as Fields | null;
    const after = write.after as Fields | null;
    if (!before || !after) return [{ table, id: write.id, before, after }];
    const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
      (field) => field !== length && !sameJson(before[field], after[field]),
    );
    return [{ table, id: write.id, before: pick(before, fields), after: pick(after, fields) }];
  });
  const moved = move && { from: move.before.conversationId, to: move.after.conversationId, messageIds: moves.map(({ after }) => after.id) };
  return { ...entry, changes, ...(moved && { moved }), ...(wrote ? { wrote: { messageId: wrote.id, conversationId: wrote.conversationId } } : {}) };
}

const pick = (row: Fields, fields: string[]): Fields =>
  Object.fromEntries(fields.filter((field) => field in row).map((field) => [field, row[field] ?? null]));
