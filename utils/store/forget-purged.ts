import type { Write } from '../../domain/core/tx';
import type { StoreTables } from './store-tables';

/**
 * What lies beside the rows that go for good in a workspace of this computer: what could be undone about them, and which import brought them
 * (VIEW-10). Answers the files they named.
 */
export async function forgetPurged(tables: StoreTables, writes: readonly Write[]): Promise<string[]> {
  const gone = new Set(writes.flatMap((write) => (write.after ? [] : [write.id])));
  await tables.undoEntries.filter(({ changes, wrote }) => gone.has(wrote?.messageId ?? '') || changes.some(({ id }) => gone.has(id))).delete();
  await tables.imported.bulkDelete([...gone]);
  return filesNamedByGone(writes);
}

/** The files of messages that are deleted, the hidden ones too. */
export const filesNamedByGone = (writes: readonly Write[]): string[] =>
  writes.flatMap(({ table, before, after }) => {
    const gone = after || !before ? undefined : table === 'messages' ? before : table === 'hiddenMessages' ? before.words : undefined;
    return gone ? [gone.rawHash, ...gone.attachments.map(({ hash }) => hash)].filter((hash) => hash !== null) : [];
  });
