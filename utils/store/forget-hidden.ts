import type { Write } from '../../domain/core/tx';
import { hiddenOrShown } from '../../domain/message/hidden-or-shown';
import type { Id } from '../../domain/model/ids';
import type { Message } from '../../domain/model/message';
import type { StoreTables } from './store-tables';
import { readChunksOf } from './thread-chunks';

/** In a workspace of this computer: what could be undone and holds the first words of a thread whose message was hidden or shown again (D15). */
export async function forgetPreviews(tables: StoreTables, writes: readonly Write[]): Promise<void> {
  const messages = hiddenOrShown(writes).map(({ after }) => after);
  const about = new Set(messages.map(({ conversationId }) => conversationId));
  if (about.size === 0) return;
  const previews = (fields: object | null) => fields !== null && ('preview' in fields || 'commentPreview' in fields);
  await tables.undoEntries
    .filter(
      ({ wrote, moved, changes }) =>
        messages.some(({ id }) => moved?.messageIds.includes(id)) ||
        about.has(wrote?.conversationId ?? '') ||
        changes.some(({ id, before, after }) => about.has(id) && (previews(before) || previews(after))),
    )
    .delete();
}

/** The files these messages name here before the hub's word of their hiding takes their place. */
export async function filesOfMessages(tables: Pick<StoreTables, 'threads'>, messages: readonly Message[]): Promise<string[]> {
  if (messages.length === 0) return [];
  const ids = new Set(messages.map(({ id }) => id));
  const chunks = await readChunksOf(tables, [...new Set(messages.map(({ conversationId }) => conversationId))]);
  const before = [...chunks.values()].flat().flatMap((chunk) => chunk.messages.filter(({ id }) => ids.has(id)));
  return before.flatMap(({ rawHash, attachments }) => [rawHash, ...attachments.map(({ hash }) => hash)].filter((hash) => hash !== null));
}

/**
 * Takes from this device what it has of messages the hub says are hidden: layouts, fetched files, and the copies of confirmed acts that wrote them, the
 * drafts they were included (D15).
 */
export async function forgetHidden(tables: StoreTables, ids: readonly Id[], files: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tables.bodies.bulkDelete([...ids]);
  // What is on this device alone waits to be sent. Another message that names one of them fetches it again.
  await tables.files
    .where('hash')
    .anyOf(files)
    .and(({ state }) => state !== 'local')
    .delete();
  const hidden = new Set<unknown>(ids);
  const confirmed = await tables.confirmed.toArray();
  const wrote = confirmed.filter(({ args }) => hidden.has(field(args, 'messageId')) || hidden.has(field(args, 'newMessageId')));
  const drafts = new Set(wrote.map(({ args }) => field(args, 'draftId')).filter((id) => typeof id === 'string'));
  await tables.confirmed.bulkDelete(
    [...wrote, ...confirmed.filter(({ args }) => drafts.has(field(args, 'draftId') as string))].map(({ uuid }) => uuid),
  );
}

const field = (args: unknown, name: string): unknown =>
  typeof args === 'object' && args !== null ? (args as Record<string, unknown>)[name] : undefined;
