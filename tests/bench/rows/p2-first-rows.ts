import { listView } from '../../../utils/store/list-view';
import type { BenchRow } from '../bench-row';
import { sideBySide, wholeStore } from '../filled-store';
import { inboxId } from '../mailbox';
import { answer, openRaw } from '../raw-idb';

/** The first 50 rows of a view, against one raw read of the same range. */
export const p2FirstRows: BenchRow = {
  name: 'P2',
  what: 'first 50 rows of a view; floor: raw range read',
  unit: 'ms',
  target: { atMost: 1.3 },
  async run(mailbox) {
    const { db } = await wholeStore(mailbox);
    const raw = await openRaw(db.name);
    const range = IDBKeyRange.bound([inboxId, 'open'], [inboxId, 'open', []]);
    const samples = await sideBySide(
      25,
      () => listView(db, { inboxId, view: 'open', order: 'newest', limit: 50 }),
      () => lastOf(raw.transaction('conversations').objectStore('conversations').index('viewKeys'), range, 50),
    );
    raw.close();
    return samples;
  },
};

/** `getAll` from the end where the browser can (Chromium 141), which is the fastest there is; else a cursor. */
function lastOf(index: IDBIndex, range: IDBKeyRange, count: number): Promise<unknown[]> {
  if (!('getAllRecords' in index)) return walk(index, range, count);
  const getAll = index.getAll as unknown as (options: { query: IDBKeyRange; count: number; direction: 'prev' }) => IDBRequest<unknown[]>;
  return answer(getAll.call(index, { query: range, count, direction: 'prev' }));
}

const walk = (index: IDBIndex, range: IDBKeyRange, count: number): Promise<unknown[]> =>
  new Promise((resolve, reject) => {
    const rows: unknown[] = [];
    const request = index.openCursor(range, 'prev');
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      const cursor = request.result;
      if (cursor) rows.push(cursor.value);
      if (cursor && rows.length < count) cursor.continue();
      else resolve(rows);
    };
  });
