import type { Conversation } from '../../domain/model/conversation';
import type { ListViewRequest } from './list-view';

/** `listView` before Dexie is here, in a transaction that has the conversations. */
export function rowsOfView(transaction: IDBTransaction, { inboxId, view, order, limit }: ListViewRequest): Promise<Conversation[]> {
  const range = IDBKeyRange.bound([inboxId, view, Number.NEGATIVE_INFINITY], [inboxId, view, [[]]]);
  const rows: Conversation[] = [];
  return new Promise((resolve, reject) => {
    const asked = transaction
      .objectStore('conversations')
      .index('viewKeys')
      .openCursor(range, order === 'newest' ? 'prev' : 'next');
    asked.onerror = () => reject(asked.error);
    asked.onsuccess = () => {
      const cursor = asked.result;
      if (!cursor) return resolve(rows);
      rows.push(cursor.value);
      if (rows.length < limit) cursor.continue();
      else resolve(rows);
    };
  });
}
