import type { BrowserContext, Page } from '@playwright/test';
import type { HubProcess } from './hub-process';

/**
 * The real flow, as a person does it: the invitation link into the first-run page, Connect, and the button in the hub's own window. The
 * link works once; later tests of the same hub come with the web session it left, give the hub's address, and the window closes by itself.
 */
export async function signIn(context: BrowserContext, page: Page, hub: HubProcess) {
  const first = hub.webSession.length === 0;
  if (!first) await context.addCookies(hub.webSession);
  await page.getByRole('textbox').fill(first ? hub.invitation : hub.url);
  // With a session the browser follows the redirects unseen, and whether a window shows up at all is a race: only the first one is waited for.
  const opened = first ? context.waitForEvent('page') : undefined;
  await page.locator('button[type=submit]').click();
  const window = await opened;
  if (window) await window.locator('form button[type=submit]').click();
  await page.getByRole('listbox').waitFor();
  if (first) hub.webSession = await context.cookies(hub.url);
}
