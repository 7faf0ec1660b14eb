/** The least code over IndexedDB: what every row is held against. */
export function openRaw(name: string, upgrade: (db: IDBDatabase) => void = () => {}): Promise<IDBDatabase> {
  const request = indexedDB.open(name);
  request.onupgradeneeded = () => upgrade(request.result);
  return answer(request);
}

/** The answer of a request. */
export const answer = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

/** A transaction's end. */
export const committed = (transaction: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });
