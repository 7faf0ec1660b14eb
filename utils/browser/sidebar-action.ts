import type { Browser } from 'webextension-polyfill';
import { browser } from 'wxt/browser';

/** What Firefox alone has instead of a side panel; the types name what Chromium has. */
export const { sidebarAction } = browser as Pick<Partial<Browser>, 'sidebarAction'>;
