import type { Browser } from 'webextension-polyfill';
import { browser } from 'wxt/browser';

/** What Firefox alone has; the types name what Chromium has. */
const { sidebarAction } = browser as Pick<Partial<Browser>, 'sidebarAction'>;

/** Firefox: the toolbar button shows and hides the sidebar. It must be the first thing the click does. Chromium opens its side panel by itself. */
export const toggleSidebar = (): void => void sidebarAction?.toggle();
