import type { Page } from '@playwright/test';
import { test as fresh } from './fixtures';
import { expect, test } from './signed-in';
import { clipped } from './support/clipped';
import { arrivedRow, settled } from './support/conversation';
import { plantMany } from './support/plant-many';
import { readConnections } from './support/read-store';
import { takeLook } from './support/take-look';
import { violations } from './support/violations';

const list = (page: Page) => page.getByRole('listbox');
const bar = (page: Page, name = 'Selected conversations') => page.getByRole('toolbar', { name });
const ticked = (page: Page) => page.locator('.row .tick.on');
const toast = (page: Page, words: string | RegExp) => page.locator('.toasts').getByText(words);

test('LIST-3 D1 ALL-3 rows are ticked by key, range and pointer; closed at once, and put back with one Undo', async ({
  panel,
  sendMail,
  setOffline,
}) => {
  const subjects = ['et', 'to', 'tre'].map((name) => `Flere ${name} ${process.pid}`);
  for (const subject of subjects) {
    await sendMail({ from: `Mette Dal <mette${process.pid}@mail.example>`, to: 'erhverv@havnegaard.example', subject, text: 'Hej' });
    await arrivedRow(panel, subject);
  }
  const [first, second, third] = subjects.map((subject) => panel.getByRole('option', { name: subject }));
  if (!first || !second || !third) throw new Error('three rows');
  // The newest stands on top: from the third up to the first they lie below each other.
  await third.hover();
  await third.locator('.tick').click();
  await expect(bar(panel)).toContainText('1 selected');
  await expect(list(panel)).toHaveAttribute('aria-multiselectable', 'true');
  await expect(third).toHaveAttribute('aria-selected', 'true');
  await list(panel).focus();
  await panel.keyboard.press('Shift+ArrowDown');
  await panel.keyboard.press('Shift+ArrowDown');
  await expect(bar(panel)).toContainText('3 selected');
  await expect(first).toHaveAttribute('aria-selected', 'true');
  // Drawn shorter again, and back.
  await panel.keyboard.press('Shift+ArrowUp');
  await expect(first).toHaveAttribute('aria-selected', 'false');
  await first.click({ modifiers: ['Shift'] });
  await expect(ticked(panel)).toHaveCount(3);
  await panel.mouse.move(200, 10);
  await takeLook(panel, 'bulk-panel');
  expect(await violations(panel)).toEqual([]);

  // Esc lets go; X and the whole view by key.
  await list(panel).focus();
  await panel.keyboard.press('Escape');
  await expect(bar(panel)).toBeHidden();
  await panel.keyboard.press('x');
  await expect(bar(panel)).toContainText('1 selected');
  await panel.keyboard.press('Control+a');
  await expect(bar(panel).getByRole('button', { name: /^All / })).toHaveCount(0);
  await panel.keyboard.press('Escape');
  await expect(ticked(panel)).toHaveCount(0);

  for (const row of [third, second, first]) await row.click({ modifiers: ['ControlOrMeta'] });
  await expect(bar(panel)).toContainText('3 selected');
  await panel.keyboard.press('e');
  await expect(toast(panel, '3 closed')).toBeVisible();
  for (const row of [first, second, third]) await expect(row).toBeHidden();
  await expect(bar(panel)).toBeHidden();
  await panel.getByRole('button', { name: /^Undo/ }).first().click();
  await expect(toast(panel, '3 put back')).toBeVisible();
  for (const row of [first, second, third]) await expect(row).toBeVisible();
  await settled(panel);

  await first.click({ modifiers: ['ControlOrMeta'] });
  await second.click({ modifiers: ['ControlOrMeta'] });
  await bar(panel).getByRole('button', { name: 'Mark as spam' }).click();
  await expect(toast(panel, '2 marked as spam')).toBeVisible();
  await expect(first).toBeHidden();
  await settled(panel);

  // Offline, and taken back from the list of what waits.
  await setOffline(true);
  await third.click({ modifiers: ['ControlOrMeta'] });
  await bar(panel).getByRole('button', { name: 'Move to trash' }).click();
  await expect(third).toBeHidden();
  await panel.getByRole('button', { name: /1 change waits/ }).click();
  const waiting = panel.getByRole('region', { name: 'Waiting changes' });
  await waiting.getByRole('button', { name: 'Take back: Move to trash: 1 conversation' }).click();
  await expect(toast(panel, '1 put back')).toBeVisible();
  await expect(waiting.getByRole('listitem').filter({ hasText: 'Move to trash: 1 conversation (taken back)' })).toBeVisible();
  await expect(third).toBeVisible();
  await takeLook(panel, 'bulk-taken-back');
  await setOffline(false);
  await settled(panel);

  await panel.getByRole('navigation').getByRole('button', { name: /^More/ }).click();
  await panel.getByRole('menuitem', { name: /^Spam/ }).click();
  for (const row of [first, second]) await row.click({ modifiers: ['ControlOrMeta'] });
  await takeLook(panel, 'bulk-spam');
  await bar(panel).getByRole('button', { name: 'Not spam' }).click();
  await expect(toast(panel, '2 marked as not spam')).toBeVisible();
  for (const row of [first, second]) await expect(row).toBeHidden();
  await settled(panel);
  await panel.getByRole('button', { name: /^All open/ }).click();
  for (const row of [first, second]) await expect(row).toBeVisible();
});

fresh('LIST-3 K20 ALL-4 five thousand at once: told how far, the page stays at hand, and one Undo puts all back', async ({ openPage }) => {
  fresh.setTimeout(180_000);
  const many = Number(process.env.MANY ?? 1000);
  const page = await openPage('sidepanel.html');
  await page.getByRole('button', { name: 'Look around first' }).click();
  await expect(page.getByRole('option').first()).toBeVisible({ timeout: 60_000 });
  const [connection] = await readConnections(page);
  expect(await plantMany(page, `samtale-${connection?.id}`, many)).toBe(true);
  await page.reload();
  const tab = page.getByRole('button', { name: /^Unassigned/ });
  await tab.click();
  const count = async () => Number((await tab.locator('.n').textContent())?.replace(/\D/g, ''));
  await expect.poll(count, { timeout: 60_000 }).toBeGreaterThan(many);
  const total = await count();
  await page.getByRole('option').first().waitFor();
  await page.evaluate(() => {
    const all = globalThis as unknown as { tasks: number[] };
    all.tasks = [];
    new PerformanceObserver((seen) => all.tasks.push(...seen.getEntries().map(({ duration }) => duration))).observe({ type: 'longtask' });
  });

  await list(page).focus();
  await page.keyboard.press('Control+a');
  await expect(bar(page)).toContainText(`${total.toLocaleString('en')} selected`);
  await page.keyboard.press('e');
  await expect(page.getByRole('progressbar', { name: 'Selected conversations' })).toBeVisible();
  await takeLook(page, 'bulk-progress');
  await expect(page.getByText(/^[\d,]+ closed/).first()).toBeVisible({ timeout: 90_000 });
  await expect.poll(count).toBeLessThan(10);
  await page.getByRole('button', { name: /^Undo/ }).first().click();
  await expect(page.getByText(/^[\d,]+ put back/).first()).toBeVisible({ timeout: 90_000 });
  await expect.poll(count).toBe(total);
  const tasks = await page.evaluate(() => (globalThis as unknown as { tasks: number[] }).tasks.toSorted((a, b) => b - a));
  console.log(`tasks over 50 ms, of ${2 * total} rows: ${tasks.length}, the longest ${tasks.slice(0, 5).map(Math.round).join(', ')} ms`);

  // In Danish, at every width of a panel, the bar with all of its tools.
  await page.getByRole('button', { name: 'Language, theme and session' }).click();
  await page.getByRole('menuitemradio', { name: 'Dansk' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'da');
  await list(page).focus();
  await page.keyboard.press('Control+a');
  await expect(bar(page, 'Valgte samtaler')).toContainText('valgt');
  await page.keyboard.press('x');
  for (const width of [360, 400, 600]) {
    await page.setViewportSize({ width, height: 800 });
    expect(await clipped(page), `${width} px`).toEqual([]);
    await takeLook(page, `bulk-da-${width}`);
  }
  expect(await violations(page)).toEqual([]);
});
