import type { Page } from '@playwright/test';

/** All rows of one table of an IndexedDB database of the extension, read by one of its pages; nothing when there is no such database. */
export const readTable = (page: Page, database: string, table: string): Promise<unknown[]> =>
  page.evaluate(
    async ([name, store]) => {
      if (!(await indexedDB.databases()).some((one) => one.name === name)) return [];
      const opened = await new Promise<IDBDatabase>((resolve, reject) => {
        const asked = indexedDB.open(name);
        asked.onsuccess = () => resolve(asked.result);
        asked.onerror = () => reject(asked.error);
      });
      try {
        return await new Promise<unknown[]>((resolve, reject) => {
          const asked = opened.transaction(store).objectStore(store).getAll();
          asked.onsuccess = () => resolve(asked.result);
          asked.onerror = () => reject(asked.error);
        });
      } finally {
        opened.close();
      }
    },
    [database, table] as const,
  );

export interface StoredConnection {
  id: string;
  origin: string;
  agentId: string;
  agentName: string;
  email: string;
  signedOut: boolean;
}
export const readConnections = (page: Page) => readTable(page, 'samtale', 'connections') as Promise<StoredConnection[]>;

export const databaseNames = (page: Page): Promise<string[]> =>
  page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name ?? ''));
