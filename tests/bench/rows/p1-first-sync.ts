import type { BenchRow } from '../bench-row';
import { newStore } from '../filled-store';
import type { Mailbox } from '../mailbox';
import { answer, committed, openRaw } from '../raw-idb';

const rounds = 5;

/** First sync: rows a second into the store, everything derived included, against one IndexedDB row per message. */
export const p1FirstSync: BenchRow = {
  name: 'P1',
  what: 'first sync, rows/s; floor: raw IndexedDB, a row per message',
  unit: 'rows/s',
  target: { atLeast: 2.2 },
  async run(mailbox: Mailbox) {
    const { db, fill } = await newStore(mailbox, 'bench-p1');
    const raw = await openRaw('bench-p1-raw', (raw) => {
      raw.createObjectStore('conversations', { keyPath: 'id' });
      raw.createObjectStore('messages', { keyPath: 'id' }).createIndex('thread', 'conversationId');
    });
    const share = Math.floor(mailbox.conversations / rounds);
    const samples = { ours: [] as number[], floor: [] as number[] };
    for (let round = 0; round < rounds; round++) {
      const [from, to] = [round * share, (round + 1) * share];
      const rows = mailbox.page(from, to, 1).length;
      samples.ours.push((rows * 1_000) / (await fill(from, to)));
      samples.floor.push((rows * 1_000) / (await fillRaw(raw, mailbox, from, to)));
    }
    raw.close();
    await answer(indexedDB.deleteDatabase('bench-p1-raw'));
    await db.delete();
    return samples;
  },
};

async function fillRaw(raw: IDBDatabase, mailbox: Mailbox, from: number, to: number): Promise<number> {
  let spent = 0;
  for (let n = from; n < to; n += 50) {
    const page = mailbox.page(n, Math.min(n + 50, to), 1);
    const start = performance.now();
    const transaction = raw.transaction(['conversations', 'messages'], 'readwrite');
    for (const { table, row } of page) transaction.objectStore(table).put(row);
    await committed(transaction);
    spent += performance.now() - start;
  }
  return spent;
}
