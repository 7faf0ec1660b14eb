/**
 * A database as it stands, read without Dexie: `undefined` where it is not there or of another version. Makes and changes none, a workspace that was
 * wiped stays away; and gives way to whoever wants to.
 */
export function openAsItIs(name: string, version: number): Promise<IDBDatabase | undefined> {
  return new Promise((resolve) => {
    const asked = indexedDB.open(name);
    // It was not there: taken back, it never is.
    asked.onupgradeneeded = () => asked.transaction?.abort();
    asked.onerror = (event) => {
      event.preventDefault();
      resolve(undefined);
    };
    asked.onsuccess = () => {
      const database = asked.result;
      database.onversionchange = () => database.close();
      if (database.version === version) return resolve(database);
      database.close();
      resolve(undefined);
    };
  });
}

/** What a request answers. */
export const answerOf = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
