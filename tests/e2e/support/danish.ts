import { expect, type Page, test } from '@playwright/test';
import danish from '../../../public/_locales/da/messages.json' with { type: 'json' };
import { clipped } from './clipped';
import { violations } from './violations';

/** What a message is in Danish, with its blanks filled. */
export const da = (key: keyof typeof danish, blanks: Record<string, string> = {}) =>
  danish[key].message.replace(/\{(\w+)\}/g, (_, name: string) => blanks[name] ?? '');

/** Those the side panel is met at, and those of everything that is met in a tab too. */
export const panelWidths = [360, 400, 600];
export const everyWidth = [...panelWidths, 1024, 1440, 1920];

/** Looks at a screen at every width it is met at, and has axe look once; with LOOK=folder it leaves a picture of each. `open` opens a menu, which is closed again: it does not outlast another width. */
export async function look(page: Page, name: string, widths: readonly number[] = panelWidths, open?: () => Promise<unknown>) {
  await test.step(name, async () => {
    const menu = page.getByRole('menu');
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 });
      await open?.();
      if (open) await menu.locator('[role^=menuitem]').first().waitFor();
      // All of them are told, not the first alone.
      await expect.soft.poll(() => clipped(page), { message: `${name} at ${width} px`, timeout: 4000 }).toEqual([]);
      if (process.env.LOOK) await page.screenshot({ path: `${process.env.LOOK}/${name.replace(/\W+/g, '-')}-${width}.png` });
      if (width === widths.at(-1)) expect.soft(await violations(page), name).toEqual([]);
      if (!open) continue;
      await page.keyboard.press('Escape');
      await menu.waitFor({ state: 'hidden' });
    }
  });
}

/** A dialog is there before it is looked at, and gone before what comes next. */
export async function lookAtDialog(page: Page, name: string, widths: readonly number[] = panelWidths) {
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  await look(page, name, widths);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
}

export async function inDanish(panel: Page) {
  await panel.getByRole('button', { name: 'Language, theme and session' }).click();
  await panel.getByRole('menuitemradio', { name: 'Dansk' }).click();
  await expect(panel.locator('html')).toHaveAttribute('lang', 'da');
}

export async function fromMenu(page: Page, entry: string) {
  await page.getByRole('button', { name: da('panelMenu') }).click();
  await page.getByRole('menuitem', { name: entry }).click();
}

/** To a view of the panel, by its tab or from the menu of the rest. */
export async function toView(panel: Page, name: string) {
  const tab = panel.getByRole('navigation').getByRole('button', { name: new RegExp(`^${name}`) });
  if (await tab.isVisible()) return tab.click();
  await panel.getByRole('button', { name: da('more'), exact: true }).click();
  await panel.getByRole('menuitem', { name: new RegExp(`^${name}`) }).click();
}

/** Into another inbox, from the menu at the top left. */
export async function toInbox(page: Page, name: string) {
  await page.locator('.rail button, header.bar button').first().click();
  await page.getByRole('menuitemradio', { name }).click();
}

/** The row of a mail on its way, in Danish. A list under the pointer does not move: it offers what came in. */
export async function arrived(panel: Page, subject: string | RegExp) {
  const row = panel.getByRole('option', { name: subject });
  const offered = panel.getByRole('button', { name: /nye? samtale/ });
  await panel.mouse.move(200, 10);
  await row.or(offered).first().waitFor({ timeout: 30_000 });
  if (await offered.isVisible()) await offered.click();
  return row;
}
