import { test as base } from './fixtures';

export { expect } from '@playwright/test';

/**
 * For tests that only need an agent who is signed in: all of a Playwright worker share one browser, which is put in order after each (`KeptBrowser`).
 * Who signs out, resets, stops the worker or needs another build takes a profile of its own, from `fixtures.ts`.
 */
export const test = base.extend({
  context: async ({ kept }, use, { status, expectedStatus }) => {
    await use(kept.context);
    // After a test that failed Playwright begins a new worker, with a new browser.
    if (status === expectedStatus) await kept.putInOrder();
  },
  worker: async ({ kept }, use) => {
    await use(await kept.worker());
  },
  extensionId: async ({ kept }, use) => {
    await use(kept.extensionId);
  },
  panel: async ({ openPage }, use) => {
    const page = await openPage('sidepanel.html');
    await page.getByRole('listbox').waitFor();
    await use(page);
  },
});
