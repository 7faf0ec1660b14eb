import type { Page } from '@playwright/test';

/** The tokens of an account in the clear, as only code of the extension itself can come by them: through a key that never leaves the browser. */
export const secretsOf = (page: Page, connectionId: string): Promise<{ refresh: string; access: string | null }> =>
  page.evaluate(async (id) => {
    const opened = await new Promise<IDBDatabase>((resolve, reject) => {
      const asked = indexedDB.open('samtale');
      asked.onsuccess = () => resolve(asked.result);
      asked.onerror = () => reject(asked.error);
    });
    const read = (key: string) =>
      new Promise<{ value: unknown } | undefined>((resolve, reject) => {
        const asked = opened.transaction('vault').objectStore('vault').get(key);
        asked.onsuccess = () => resolve(asked.result);
        asked.onerror = () => reject(asked.error);
      });
    const [wrap, refresh] = [await read('wrap'), await read(`refresh-${id}`)];
    opened.close();
    if (!wrap || !refresh) throw new Error(`no secrets of ${id}`);
    const { iv, data } = refresh.value as { iv: Uint8Array<ArrayBuffer>; data: ArrayBuffer };
    const bytes = await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, wrap.value as CryptoKey, data);
    const name = `access-${id}`;
    const kept = (await chrome.storage.session.get(name))[name] as { token: string } | undefined;
    return { refresh: new TextDecoder().decode(bytes), access: kept?.token ?? null };
  }, connectionId);
