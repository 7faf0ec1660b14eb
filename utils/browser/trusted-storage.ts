import { browser } from 'wxt/browser';
import type { CopyPlace } from '../store/keep-outbox-copy';

/** `storage.local`, closed to content scripts before anything is written to it: they share it unless told otherwise (X14). */
export const trustedStorage: CopyPlace = {
  get: async (key) => (await browser.storage.local.get(key))[key],
  async set(key, value) {
    // Firefox has no such setting.
    await browser.storage.local.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' });
    await browser.storage.local.set({ [key]: value });
  },
  remove: (key) => browser.storage.local.remove(key),
};
