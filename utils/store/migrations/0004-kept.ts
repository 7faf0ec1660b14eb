import type { Transaction } from 'dexie';

/**
 * Copies of what a hub has, by when they were last used. Frozen.
 * Before: layouts and files of a hub stay for ever. After: each has a row that says how large it is and when it was shown, so that the oldest can go.
 * A workspace of this computer has no copies: what it has is all there is.
 */
export const kept = {
  version: 4,
  stores: { kept: 'id' },
  async upgrade(transaction: Transaction) {
    if (await transaction.table('meta').get('local')) return;
    const rows: { id: string; kind: 'html' | 'file'; size: number; at: number }[] = [];
    await transaction.table('bodies').each(({ id, html }: { id: string; html: string }) => {
      rows.push({ id, kind: 'html', size: html.length, at: 0 });
    });
    await transaction.table('files').each(({ hash, size, at, state }: { hash: string; size: number; at: number; state: string }) => {
      if (state === 'cached') rows.push({ id: hash, kind: 'file', size, at });
    });
    await transaction.table('kept').bulkPut(rows);
  },
} as const;
