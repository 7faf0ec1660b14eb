import type { Page } from '@playwright/test';
import { expect, test } from './signed-in';
import { newConversation, settled } from './support/conversation';
import { violations } from './support/violations';

const look = async (page: Page, name: string) => {
  if (!process.env.LOOK) return;
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme });
    await page.screenshot({ path: `${process.env.LOOK}/${name}-${scheme}.png` });
  }
  await page.emulateMedia({ colorScheme: 'light' });
};

test('THR-19 a conversation moves into another inbox by key and by menu, and back with Undo', async ({ panel, sendMail }) => {
  const { subject } = await newConversation(panel, sendMail);
  await panel.keyboard.press('v');
  const dialog = panel.getByRole('dialog', { name: 'Move to which inbox?' });
  await expect(dialog).toContainText('The whole conversation moves.');
  expect(await violations(panel)).toEqual([]);
  await look(panel, 'move-dialog');
  await dialog.getByRole('button', { name: 'Kundeservice' }).click();
  await expect(dialog).toHaveCount(0);
  const row = panel.getByRole('option', { name: subject });
  await expect(panel.getByText(`Moved “${subject}” to Kundeservice`).first()).toBeVisible();
  await expect(panel.getByRole('listbox')).toBeVisible();
  await expect(row).toHaveCount(0);
  await panel.getByRole('button', { name: 'Undo' }).first().click();
  await expect(row).toBeVisible();
  await settled(panel);

  await row.click();
  await panel.getByRole('button', { name: 'More actions' }).click();
  await panel.getByRole('menuitem', { name: 'Move to another inbox' }).click();
  await dialog.getByRole('button', { name: 'Kundeservice' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(row).toHaveCount(0);
  await settled(panel);
});
