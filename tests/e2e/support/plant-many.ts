import type { Page } from '@playwright/test';

/**
 * Many conversations written into the store of a workspace of this computer, alike the newest one that is open, an e-mail and nobody's: as many as a
 * team that let things lie has, without receiving each. Answers whether there was one to take the shape of.
 */
export async function plantMany(page: Page, database: string, count: number): Promise<boolean> {
  return page.evaluate(plant, { database, count });
}

// What follows runs in the page.

async function plant({ database, count }: { database: string; count: number }): Promise<boolean> {
  type Row = Record<string, unknown> & { inboxId: string; viewKeys: [string, string, number, string][] };
  const db = await new Promise<IDBDatabase>((done, fail) => {
    const asked = indexedDB.open(database);
    asked.onsuccess = () => done(asked.result);
    asked.onerror = () => fail(asked.error);
  });
  const tx = db.transaction(['conversations', 'counters'], 'readwrite');
  const ended = new Promise<void>((done, fail) => {
    tx.oncomplete = () => done();
    tx.onabort = () => fail(tx.error);
  });
  const ask = <T>(request: IDBRequest<T>) =>
    new Promise<T>((done) => {
      request.onsuccess = () => done(request.result);
    });
  const rows = (await ask(tx.objectStore('conversations').getAll())) as Row[];
  const like = rows.find(
    ({ channel, ownerId, ticketId, viewKeys }) =>
      channel === 'email' && ownerId === null && ticketId === null && viewKeys.some(([, view]) => view === 'unassigned'),
  );
  if (like) {
    for (let n = 0; n < count; n++) {
      const id = `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`;
      const viewKeys = like.viewKeys.map(([inbox, view, at]) => [inbox, view, at, id]);
      tx.objectStore('conversations').put({ ...like, id, subject: `Plantet ${n}`, viewKeys });
    }
    const counters = (await ask(tx.objectStore('counters').get(like.inboxId))) as { counts: Record<string, number> };
    for (const [, view] of like.viewKeys) counters.counts[view] = (counters.counts[view] ?? 0) + count;
    tx.objectStore('counters').put(counters);
  }
  await ended;
  db.close();
  return like !== undefined;
}
