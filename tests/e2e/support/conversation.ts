import { expect, type Page } from '@playwright/test';
import type { SendMailOptions } from 'nodemailer';
import { poll } from './poll';
import { databaseNames, readTable } from './read-store';

let made = 0;

/** A customer of this test alone, whose mail opens a conversation of its own in the inbox that shows first. */
export async function newConversation(panel: Page, sendMail: (mail: SendMailOptions) => Promise<unknown>) {
  made += 1;
  const customer = `bodil.lund.${process.pid}x${made}@mail.example`;
  const subject = `Forespørgsel ${process.pid}-${made}`;
  await sendMail({ from: `Bodil Lund <${customer}>`, to: 'erhverv@havnegaard.example', subject, text: `Hej\n\nEt spørgsmål: ${subject}?` });
  await (await arrivedRow(panel, subject)).click();
  await expect(threadOf(panel).getByText(`Et spørgsmål: ${subject}?`)).toBeVisible();
  return { customer, subject };
}

/** The row of a mail on its way. A list under the pointer does not move: it offers what came in as "1 new conversation". */
export async function arrivedRow(panel: Page, subject: string) {
  await panel.mouse.move(200, 10);
  const row = panel.getByRole('option', { name: subject });
  const offered = panel.getByRole('button', { name: /new conversation/ });
  await row.or(offered).first().waitFor({ timeout: 30_000 });
  if (await offered.isVisible()) await offered.click();
  await row.waitFor();
  return row;
}

/** The open conversation's entries; the list behind it shows the same first words. */
export const threadOf = (panel: Page) => panel.getByRole('article');

/** Writes and sends; whether it leaves this device is the network's matter. */
export async function reply(panel: Page, text: string) {
  await panel.getByRole('button', { name: /^(Reply|Draft) to/ }).click();
  await panel.getByRole('textbox', { name: 'Text of the reply' }).click();
  await panel.keyboard.insertText(text);
  await panel.keyboard.press('Control+Enter');
  await expect(panel.getByRole('textbox', { name: 'Text of the reply' })).toBeHidden();
}

export async function comment(panel: Page, text: string) {
  await panel.getByRole('button', { name: 'Comment' }).first().click();
  await panel.getByRole('textbox', { name: 'Text of the comment' }).click();
  await panel.keyboard.insertText(text);
  await panel.keyboard.press('Control+Enter');
  await expect(panel.getByRole('textbox', { name: 'Text of the comment' })).toBeHidden();
}

/** No change waits in the store, which the status line may be a moment behind of, and the hub has been heard. */
export async function settled(panel: Page) {
  await poll('every change to reach the hub', async () => (await waitingChanges(panel)) === 0, 40_000);
  await expect(panel.getByRole('button', { name: /^Up to date/ })).toBeVisible({ timeout: 40_000 });
}

/** How many changes wait in the stores of this device. */
export async function waitingChanges(panel: Page): Promise<number> {
  const stores = (await databaseNames(panel)).filter((name) => name.startsWith('samtale-'));
  const entries = (await Promise.all(stores.map((name) => readTable(panel, name, 'outbox')))).flat() as { state: string }[];
  return entries.filter(({ state }) => state === 'pending').length;
}
