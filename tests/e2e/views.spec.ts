import type { Page } from '@playwright/test';
import { expect, test } from './signed-in';
import { clipped } from './support/clipped';
import { arrivedRow, settled } from './support/conversation';
import { takeLook } from './support/take-look';
import { violations } from './support/violations';

const dialog = (page: Page, name: string | RegExp) => page.getByRole('dialog', { name });
const more = (page: Page) => page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: 'More' });

test('VIEW-13 VIEW-12 a view is made out of the panel, has its exact count, is changed, taken away, and put back', async ({ panel, sendMail }) => {
  const [first, second] = ['Visning et', 'Visning to'].map((subject) => `${subject} ${process.pid}`) as [string, string];
  for (const subject of [first, second]) {
    await sendMail({ from: `Ida <ida${process.pid}@mail.example>`, to: 'erhverv@havnegaard.example', subject, text: 'Hej' });
    await arrivedRow(panel, subject);
  }
  await more(panel).click();
  await panel.getByRole('menuitem', { name: 'New view…' }).click();
  const made = dialog(panel, 'New view');
  await made.getByRole('button', { name: 'Make the view' }).click();
  await expect(made.getByRole('alert')).toHaveText('Give the view a name.');
  await made.getByLabel('Name', { exact: true }).fill(`Bådene ${process.pid}`);
  await made.getByLabel('Words in subject, name or address').fill(`VISNING ET ${process.pid}`);
  await made.locator('summary', { hasText: 'Owner' }).click();
  await made.getByRole('checkbox', { name: 'Unassigned' }).check();
  expect(await violations(panel)).toEqual([]);
  await takeLook(panel, 'view-dialog');
  await made.getByRole('button', { name: 'Make the view' }).click();
  await expect(made).toBeHidden();
  await expect(panel.getByRole('heading', { level: 1 })).toContainText(`Bådene ${process.pid}`);
  await expect(panel.getByRole('heading', { level: 1 })).toContainText('1 conversation');
  await expect(panel.getByRole('option')).toHaveCount(1);
  await expect(panel.getByRole('option', { name: first })).toBeVisible();
  await takeLook(panel, 'custom-view');

  // Taken, it is nobody's no more and leaves the view at once.
  await panel.getByRole('option', { name: first }).click();
  await panel.keyboard.press('a');
  await panel.getByRole('button', { name: 'Back to the list' }).click();
  await expect(panel.getByText('Nothing stands in this view.')).toBeVisible();

  await more(panel).click();
  await panel.getByRole('menuitem', { name: `Change “Bådene ${process.pid}”` }).click();
  const changed = dialog(panel, `Change “Bådene ${process.pid}”`);
  await changed.locator('summary', { hasText: 'Owner' }).click();
  await changed.getByRole('checkbox', { name: 'Me (whoever looks)' }).check();
  await changed.getByLabel('Words in subject, name or address').fill(`visning`);
  await changed.getByRole('button', { name: 'Save' }).click();
  await expect(changed).toBeHidden();
  await expect(panel.getByRole('option', { name: first })).toBeVisible();
  await expect(panel.getByRole('option', { name: second })).toBeVisible();

  await more(panel).click();
  await takeLook(panel, 'more-with-views');
  await panel.getByRole('menuitem', { name: `Change “Bådene ${process.pid}”` }).click();
  await changed.getByRole('button', { name: 'Remove the view' }).click();
  await expect(panel.getByRole('heading', { level: 1 })).toContainText('All open');
  await panel.locator('.toasts').getByRole('button', { name: /^Undo/ }).first().click();
  await more(panel).click();
  await expect(panel.getByRole('menuitem', { name: `Bådene ${process.pid}` })).toBeVisible();
  await panel.keyboard.press('Escape');
  await settled(panel);
});

test('VIEW-13 SUR-7 the page has them in its rail, in one’s own order, and keeps the one that is open in its address', async ({
  panel,
  context,
  extensionId,
}) => {
  const page = await context.newPage();
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto(`chrome-extension://${extensionId}/inbox.html`);
  const rail = page.getByRole('navigation', { name: 'Views' });
  // Its count comes a moment later.
  const line = (name: string) => rail.getByRole('button', { name: new RegExp(`^${name}`) });
  const make = async (name: string, everybody: boolean) => {
    await rail.getByRole('button', { name: 'New view…' }).click();
    const made = dialog(page, 'New view');
    await made.getByLabel('Name', { exact: true }).fill(name);
    if (everybody) await made.getByRole('radio', { name: /^Everybody in/ }).check();
    await made.getByRole('button', { name: 'Make the view' }).click();
    await expect(made).toBeHidden();
    await expect(line(name)).toHaveAttribute('aria-current', 'page');
  };
  const [one, two] = [`Alpha ${process.pid}`, `Beta ${process.pid}`];
  await make(one, true);
  await make(two, false);
  const names = async () => (await rail.getByRole('button').allInnerTexts()).map((text) => text.split('\n')[0]);
  await expect.poll(async () => (await names()).filter((name) => name === one || name === two)).toEqual([one, two]);
  await rail.getByRole('button', { name: 'Arrange views' }).click();
  const arrange = dialog(page, 'Arrange views');
  // Up to the top, past whatever else is there.
  const up = arrange.getByRole('button', { name: `Move “${two}” up` });
  for (let left = await arrange.getByRole('listitem').count(); left > 1; left--) {
    await up.click();
    await expect(arrange.getByRole('listitem').nth(left - 2)).toContainText(two);
  }
  await expect.poll(async () => (await names()).filter((name) => name === one || name === two)).toEqual([two, one]);
  expect(await violations(page)).toEqual([]);
  await takeLook(page, 'arrange-views');
  await arrange.getByRole('button', { name: 'Close' }).click();
  await expect(arrange).toBeHidden();
  expect(await clipped(page)).toEqual([]);
  await expect(line(one)).toHaveText(/\d$/);
  await takeLook(page, 'rail-with-views');
  await settled(panel);
  await page.reload();
  await expect(line(two)).toHaveAttribute('aria-current', 'page');
  await expect(page.getByRole('heading', { level: 2, name: two })).toBeVisible();
});
