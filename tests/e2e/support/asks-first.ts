import type { Page } from '@playwright/test';

/** Whether the browser would ask before this tab closes. */
export const asksFirst = (page: Page) => page.evaluate(() => !dispatchEvent(new Event('beforeunload', { cancelable: true })));
