import type { BrowserContext, Page } from '@playwright/test';
import { expect, test } from './signed-in';
import { violations } from './support/violations';

/** What the browser says when it is asked: as it does, or in its stead. Chromium keeps it by the permission, and says no when asked besides. */
interface Says {
  persisted?: boolean | 'nothing';
  persist?: boolean | 'nothing';
  estimate?: 'nothing';
  unlimited?: false;
}

async function storageOf(context: BrowserContext, extensionId: string, says: Says): Promise<Page> {
  const page = await context.newPage();
  await page.addInitScript((stubs) => {
    const answer = (value: boolean | 'nothing') => async () => {
      if (value === 'nothing') throw new TypeError('storage is not available');
      return value;
    };
    const { storage } = navigator;
    if (stubs.persisted !== undefined) storage.persisted = answer(stubs.persisted);
    if (stubs.persist !== undefined) storage.persist = answer(stubs.persist);
    if (stubs.estimate) storage.estimate = answer(stubs.estimate) as never;
    if (stubs.unlimited === false) {
      const { permissions } = (globalThis as unknown as { chrome: { permissions: { getAll(): Promise<{ permissions: string[] }> } } }).chrome;
      const all = permissions.getAll.bind(permissions);
      permissions.getAll = async () => {
        const granted = await all();
        return { ...granted, permissions: granted.permissions.filter((name) => name !== 'unlimitedStorage') };
      };
    }
  }, says);
  await page.goto(`chrome-extension://${extensionId}/options.html#/device`);
  await expect(section(page)).toBeVisible();
  return page;
}

const section = (page: Page) => page.getByRole('region', { name: 'Storage', exact: true });
const keep = (page: Page) => section(page).getByRole('button', { name: 'Ask the browser to keep it' });
const kept = 'The browser keeps it until you remove it.';
const mayGo = 'The browser may remove it when the disk is full.';

test('K16 installing is enough for this browser to keep what is on this device, and nothing is asked', async ({ context, extensionId }) => {
  const page = await storageOf(context, extensionId, {});
  await expect(section(page)).toContainText(kept);
  await expect(keep(page)).toHaveCount(0);
  await page.close();
});

test('K16 a browser that has not promised yet is asked by one press, and says that it keeps it', async ({ context, extensionId }) => {
  const page = await storageOf(context, extensionId, { persisted: false, persist: true, unlimited: false });
  await expect(section(page)).toContainText(mayGo);
  expect(await violations(page)).toEqual([]);
  await keep(page).click();
  await expect(section(page)).toContainText(kept);
  await expect(keep(page)).toHaveCount(0);
  await page.close();
});

test('K16 a browser that says no is told so with when to try again, and may be asked again', async ({ context, extensionId }) => {
  // Its own answer, for what is hardly used.
  const page = await storageOf(context, extensionId, { unlimited: false });
  await keep(page).click();
  await expect(section(page).getByRole('alert')).toHaveText('The browser did not agree. It decides by how much Samtale is used: try again later.');
  await expect(section(page)).toContainText(mayGo);
  await page.evaluate(() => Object.assign(navigator.storage, { persist: async () => true }));
  await keep(page).click();
  await expect(section(page)).toContainText(kept);
  await expect(section(page).getByRole('alert')).toHaveCount(0);
  await page.close();
});

test('K16 a browser that gives no answer is not said to keep it nor to refuse, and what is used is told all the same', async ({
  context,
  extensionId,
}) => {
  const page = await storageOf(context, extensionId, { persisted: 'nothing', persist: 'nothing', unlimited: false });
  await expect(section(page)).toContainText(/used of .* the browser allows/);
  await expect(section(page)).toContainText('The browser does not say whether it keeps it.');
  await keep(page).click();
  await expect(section(page).getByRole('alert')).toHaveText('The browser did not answer. Try again later.');
  expect(await violations(page)).toEqual([]);
  await page.close();
});

test('K16 where the browser does not say how much is used, the choices about it are there', async ({ context, extensionId }) => {
  const page = await storageOf(context, extensionId, { estimate: 'nothing' });
  await expect(section(page)).toContainText(kept);
  await expect(section(page)).not.toContainText('the browser allows');
  await expect(section(page).getByRole('group').first()).toBeVisible();
  await page.close();
});
