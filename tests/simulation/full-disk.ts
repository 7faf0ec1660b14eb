import { IDBObjectStore } from 'fake-indexeddb';

/** Runs `work` with a disk that is full from the k-th write on (F9). IndexedDB then refuses the write and aborts its transaction. */
export async function withFullDisk<T>(fromWrite: number, work: () => Promise<T>): Promise<T> {
  const { put, add } = IDBObjectStore.prototype;
  let writes = 0;
  const full = (write: typeof put) =>
    function (this: IDBObjectStore, ...args: Parameters<typeof put>) {
      writes += 1;
      if (writes >= fromWrite) throw new DOMException('the disk is full', 'QuotaExceededError');
      return write.apply(this, args);
    };
  Object.assign(IDBObjectStore.prototype, { put: full(put), add: full(add) });
  try {
    return await work();
  } finally {
    Object.assign(IDBObjectStore.prototype, { put, add });
  }
}
