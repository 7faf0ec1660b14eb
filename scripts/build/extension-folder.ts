import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));
/** What `wxt build` leaves for Chromium and its family: the folder one loads. */
export const extensionFolder = fileURLToPath(new URL('../../.output/chrome-mv3', import.meta.url));
