import type { RowChange } from '../../sync/protocol';
import type { StoreTables } from './store-tables';
import type { SpaceRow } from './stored-rows';

/**
 * Notes threads a delta brings whose history is not here: the bootstrap has not come to them, or its pages passed them by because
 * they moved up meanwhile. They are fetched whole once the pages are through; until then a thread says that it goes on.
 */
export async function noteMissing(tables: StoreTables, { space, bootstrap, cursor, wholeFrom }: SpaceRow, rows: readonly RowChange[]): Promise<void> {
  if (!bootstrap && (cursor ?? 0) >= wholeFrom) return;
  const touched = rows.flatMap((change) => {
    if (change.row === null) return [];
    if (change.table === 'conversations') return [change.id];
    return change.table === 'messages' ? [change.row.conversationId] : [];
  });
  const ids = [...new Set(touched)];
  const known = await tables.conversations.bulkGet(ids);
  const missing = ids.filter((_, at) => known[at] === undefined);
  if (missing.length > 0) await tables.missingThreads.bulkPut(missing.map((conversationId) => ({ conversationId, space })));
}
