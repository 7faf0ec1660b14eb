import { browser } from 'wxt/browser';
import type { SessionMemory } from '../connection/connection-host';

/** `storage.session`, in memory, for trusted contexts only (the browser's default, E11). */
export const sessionMemory: SessionMemory = {
  get: async (key) => (await browser.storage.session.get(key))[key],
  set: (key, value) => browser.storage.session.set({ [key]: value }),
  remove: (key) => browser.storage.session.remove(key),
};
