import type { BrowserContext, Page } from '@playwright/test';

/** Opens the full page as a person does, from the panel's menu; a tab of its own. */
export async function openFullPage(context: BrowserContext, panel: Page, size = { width: 1280, height: 900 }): Promise<Page> {
  await panel.getByRole('button', { name: 'Language, theme and session' }).click();
  const opened = context.waitForEvent('page');
  await panel.getByRole('menuitem', { name: 'Open as full page' }).click();
  const page = await opened;
  await page.setViewportSize(size);
  await page.getByRole('listbox').waitFor();
  return page;
}
