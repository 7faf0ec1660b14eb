import type { Page } from '@playwright/test';

/** Nothing is written into one table of a database, and what would be waits, until what it answers is called: so that one can look at what goes by. */
export async function holdStore(page: Page, database: string, table: string): Promise<() => Promise<void>> {
  await page.evaluate(hold, { database, table });
  return () => page.evaluate(() => (globalThis as unknown as { letGo(): Promise<void> }).letGo());
}

// What follows runs in the page.

async function hold({ database, table }: { database: string; table: string }): Promise<void> {
  const db = await new Promise<IDBDatabase>((done, fail) => {
    const asked = indexedDB.open(database);
    asked.onsuccess = () => done(asked.result);
    asked.onerror = () => fail(asked.error);
  });
  const tx = db.transaction(table, 'readwrite');
  let held = true;
  const ended = new Promise<void>((done) => {
    tx.oncomplete = () => {
      db.close();
      done();
    };
  });
  // A transaction lasts as long as it is asked something.
  await new Promise<void>((begun) => {
    const ask = () => {
      tx.objectStore(table).count().onsuccess = () => {
        begun();
        if (held) ask();
      };
    };
    ask();
  });
  Object.assign(globalThis, {
    letGo: () => {
      held = false;
      return ended;
    },
  });
}
