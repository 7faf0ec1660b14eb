import { randomBytes } from 'node:crypto';
import { type BrowserContext, expect, type Page } from '@playwright/test';
import { launchExtension } from './launch-extension';
import { poll } from './poll';
import { readConnections, type StoredConnection } from './read-store';

export interface Person {
  name: string;
  email: string;
  password: string;
}

/** Somebody no other test knows. */
export function someone(): Person {
  const tag = randomBytes(4).toString('hex');
  return { name: `Eva ${tag}`, email: `eva.${tag}@havnegaard.example`, password: `en lang sætning ${tag}` };
}

/** Fills the hub's form for newcomers. */
export async function fillJoinForm(window: Page, person: Person) {
  await window.getByLabel('Your name').fill(person.name);
  await window.getByLabel('E-mail address').fill(person.email);
  await window.getByLabel('Password').fill(person.password);
  await window.getByRole('button', { name: 'Join' }).click();
}

export const signedIn = (page: Page): Promise<StoredConnection> =>
  poll('an account', async () => (await readConnections(page)).find((connection) => !connection.signedOut), 30_000);

/** A browser of their own, with the extension and its panel in a tab at 400 px. */
export async function browserOf(): Promise<{ context: BrowserContext; page: Page; close(): Promise<void> }> {
  const launched = await launchExtension();
  const worker = launched.context.serviceWorkers()[0] ?? (await launched.context.waitForEvent('serviceworker'));
  const page = await launched.context.newPage();
  await page.setViewportSize({ width: 400, height: 800 });
  await page.goto(`chrome-extension://${new URL(worker.url()).host}/sidepanel.html`);
  return { context: launched.context, page, close: launched.close };
}

/** Opens the dialog as a person does. */
export async function openInvite(panel: Page) {
  await panel.getByRole('button', { name: 'Language, theme and session' }).click();
  await panel.getByRole('menuitem', { name: 'Invite a colleague' }).click();
  const dialog = panel.getByRole('dialog');
  await expect(dialog.getByRole('heading', { name: 'Invite a colleague' })).toBeVisible();
  return dialog;
}

/** Makes a link in the panel and answers it once the hub knows it. */
export async function inviteByPanel(panel: Page, whom: { name?: string; email?: string; inboxes?: string[] } = {}): Promise<string> {
  const dialog = await openInvite(panel);
  if (whom.name) await dialog.getByLabel('Name').fill(whom.name);
  if (whom.email) await dialog.getByLabel('E-mail address').fill(whom.email);
  if (whom.inboxes)
    for (const box of await dialog.getByRole('group', { name: 'Inboxes' }).getByRole('checkbox').all()) {
      const name = await box.evaluate((node) => node.closest('label')?.textContent ?? '');
      await box.setChecked(whom.inboxes.includes(name.trim()));
    }
  await dialog.getByRole('button', { name: 'Make the link' }).click();
  await expect(dialog.getByText('Good once, for 72 hours.')).toBeVisible({ timeout: 30_000 });
  const link = await dialog.getByRole('textbox', { name: 'Invitation link' }).inputValue();
  await dialog.getByRole('button', { name: 'Done' }).click();
  return link;
}
