import type { BrowserContext, Page } from '@playwright/test';
import { expect, test } from './signed-in';
import { violations } from './support/violations';

/**
 * What the browser says when it is asked: as it does, or in its stead where Chromium never says it: it always answers, and tells how much is used. It keeps
 * it by the permission; without, as a browser is that does not count it, it says no until somebody lets it (`agree`).
 */
interface Says {
  persisted?: 'nothing';
  persist?: 'nothing';
  estimate?: 'nothing';
  unlimited?: false;
}

async function storageOf(context: BrowserContext, extensionId: string, says: Says): Promise<Page> {
  const page = await context.newPage();
  await page.addInitScript((stubs) => {
    const noAnswer = async () => {
      throw new TypeError('storage is not available');
    };
    const { storage } = navigator;
    if (stubs.persisted) storage.persisted = noAnswer;
    if (stubs.persist) storage.persist = noAnswer;
    if (stubs.estimate) storage.estimate = noAnswer;
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

/** The person, or the browser by itself, lets Samtale keep its data; until `undo` is called. */
async function agree(page: Page): Promise<{ undo(): Promise<void> }> {
  const browser = await page.context().newCDPSession(page);
  const origin = await page.evaluate(() => location.origin);
  await browser.send('Browser.grantPermissions', { permissions: ['durableStorage'], origin });
  return { undo: async () => void (await browser.send('Browser.resetPermissions')) };
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
  const page = await storageOf(context, extensionId, { unlimited: false });
  await expect(section(page)).toContainText(mayGo);
  expect(await violations(page)).toEqual([]);
  const { undo } = await agree(page);
  await keep(page).click();
  await expect(section(page)).toContainText(kept);
  await expect(keep(page)).toHaveCount(0);
  // What it has promised it says by itself from then on.
  await page.reload();
  await expect(section(page)).toContainText(kept);
  await expect(keep(page)).toHaveCount(0);
  await undo();
  await page.close();
});

test('K16 a browser that says no is told so with when to try again, and may be asked again', async ({ context, extensionId }) => {
  // Its own answer, for what is hardly used.
  const page = await storageOf(context, extensionId, { unlimited: false });
  await keep(page).click();
  await expect(section(page).getByRole('alert')).toHaveText('The browser did not agree. It decides by how much Samtale is used: try again later.');
  await expect(section(page)).toContainText(mayGo);
  const { undo } = await agree(page);
  await keep(page).click();
  await expect(section(page)).toContainText(kept);
  await expect(section(page).getByRole('alert')).toHaveCount(0);
  await undo();
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
