import type { BrowserContext, Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { signIn } from './support/sign-in';
import { violations } from './support/violations';

/** First run, *On this computer*, with one address of one's own. */
async function begin(page: Page, name = 'Ida Berg') {
  await page.getByRole('radio', { name: 'On this computer' }).check();
  await page.getByLabel('Your name').fill(name);
  await page.getByLabel(/^Your own e-mail addresses/).fill('ida@firma.example');
  await page.getByRole('button', { name: 'Begin' }).click();
  await page.getByRole('button', { name: 'On this computer' }).waitFor();
}
const menu = (page: Page) => page.getByRole('button', { name: 'Language, theme and session' }).click();

test('SUR-9 first run says what is missing; the workspace needs no server, and colleagues have a way on', async ({ openPage }) => {
  const page = await openPage('sidepanel.html');
  await page.getByRole('radio', { name: 'On this computer' }).check();
  await page.getByRole('button', { name: 'Begin' }).click();
  await expect(page.getByLabel('Your name')).toBeFocused();
  await expect(page.locator('form [role=alert]')).toHaveText('Your name is missing.');
  await page.getByLabel(/^Your own e-mail addresses/).fill('nobody');
  await page.getByLabel('Your name').fill('Ida');
  await page.getByRole('button', { name: 'Begin' }).click();
  await expect(page.locator('form [role=alert]')).toHaveText(/nobody/);
  expect(await violations(page)).toEqual([]);
  await begin(page);
  await menu(page);
  await page.getByRole('menuitem', { name: 'Invite a colleague' }).click();
  await expect(page.getByRole('dialog', { name: 'Invite a colleague' })).toContainText('Colleagues need a hub');
  await page.getByRole('button', { name: 'Connect to a hub' }).click();
  await expect(page.getByRole('dialog', { name: 'Add a workspace' }).getByLabel(/^Address of the hub/)).toBeFocused();
});

test('K16 a hub and this computer stand side by side, each with its own; deleting one leaves the other', async ({ context, openPage, hub }) => {
  const page = await openPage('sidepanel.html');
  await begin(page);
  await addHub(context, page, hub);
  await expect(page.getByRole('listbox').getByRole('option').first()).toBeVisible({ timeout: 30_000 });
  await menu(page);
  await page.getByRole('menuitemradio', { name: 'Ida Berg · On this computer' }).click();
  await expect(page.getByRole('button', { name: 'On this computer' })).toBeVisible();
  await expect(page.getByRole('option')).toHaveCount(0);
  await menu(page);
  await page.getByRole('menuitem', { name: 'Delete this workspace' }).click();
  await page.getByRole('button', { name: 'Delete for good' }).click();
  await expect(page.getByRole('listbox').getByRole('option').first()).toBeVisible({ timeout: 30_000 });
});

async function addHub(context: BrowserContext, page: Page, hub: Parameters<typeof signIn>[2]) {
  await menu(page);
  await page.getByRole('menuitem', { name: 'Add a workspace' }).click();
  await signIn(context, page, hub);
}
