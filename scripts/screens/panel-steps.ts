import type { Page } from '@playwright/test';

/** What a person does in the panel on the way to a picture. */
export async function openInbox(panel: Page, name: string) {
  await panel.locator('header.bar button').first().click();
  await panel.getByRole('menuitemradio', { name }).click();
  await panel.getByRole('button', { name: /^Up to date/ }).waitFor({ timeout: 60_000 });
}

export async function openView(panel: Page, name: string) {
  const tab = panel.getByRole('navigation').getByRole('button', { name: new RegExp(`^${name}`) });
  if (await tab.isVisible()) return tab.click();
  await panel.getByRole('button', { name: 'More' }).click();
  await panel.getByRole('menuitem', { name }).click();
}

/** Opens a conversation wherever in the list it stands. */
export async function openConversation(panel: Page, name: RegExp) {
  const row = panel.getByRole('option', { name }).first();
  await panel.getByRole('listbox').focus();
  await panel.keyboard.press('Home');
  while ((await row.count()) === 0) {
    const before = await panel.locator('.row.is-cursor').getAttribute('id');
    await panel.keyboard.press('PageDown');
    await panel.waitForFunction((id) => document.querySelector('.row.is-cursor')?.id !== id, before);
  }
  await row.click();
  await panel.locator('#thread').waitFor();
  await panel.mouse.move(200, 10);
}

export async function fromMenu(panel: Page, entry: string) {
  await panel.getByRole('button', { name: 'Language, theme and session' }).click();
  await panel.getByRole('menuitem', { name: entry }).click();
}
