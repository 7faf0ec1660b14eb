import { browser } from 'wxt/browser';

/** Empties what the browser keeps for us beside the databases. */
export const forgetEverything = (): Promise<unknown> => Promise.all([browser.storage.local.clear(), browser.storage.session.clear()]);
