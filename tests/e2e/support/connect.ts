import type { BrowserContext, Page } from '@playwright/test';

/** Types an address (or an invitation link) into the first-run page and presses Connect; `inWindow` acts in the hub's window that opens. */
export async function connect(context: BrowserContext, page: Page, address: string, inWindow?: (window: Page) => Promise<unknown>) {
  await page.getByRole('textbox').fill(address);
  const opened = inWindow ? context.waitForEvent('page') : undefined;
  await page.getByRole('button', { name: 'Connect' }).click();
  if (inWindow && opened) await inWindow(await opened);
}
