import type { Page } from '@playwright/test';
import type { SendMailOptions } from 'nodemailer';
import { test as alone } from './fixtures';
import { expect, test } from './signed-in';
import { arrivedRow, settled, threadOf } from './support/conversation';
import { openFullPage } from './support/full-page';
import { readConnections, readTable } from './support/read-store';
import { sendMail as sendMailTo } from './support/send-mail';
import { takeLook } from './support/take-look';
import { twoAgents } from './support/two-agents';
import { violations } from './support/violations';

type Send = (mail: SendMailOptions) => Promise<unknown>;
let made = 0;

/** Two conversations of one customer of this test's own; the second is open. */
async function two(panel: Page, sendMail: Send) {
  made += 1;
  const tag = `${process.pid}s${made}`;
  const from = `Bodil Lund <bodil.saml.${tag}@mail.example>`;
  const first = `Bordben ${tag}`;
  const second = `Manglende skruer ${tag}`;
  const mail = { from, to: 'erhverv@havnegaard.example' };
  await sendMail({ ...mail, subject: first, messageId: `<bordben-${tag}@mail.example>`, text: `Hej\n\nBordbenet er skævt ${tag}` });
  await arrivedRow(panel, first);
  await sendMail({ ...mail, subject: second, text: `Hej\n\nSkruerne mangler ${tag}` });
  await (await arrivedRow(panel, second)).click();
  const said = { first: `Bordbenet er skævt ${tag}`, second: `Skruerne mangler ${tag}` };
  await expect(threadOf(panel).getByText(said.second)).toBeVisible();
  const more = (text: string) =>
    sendMail({ ...mail, subject: `Re: ${first}`, inReplyTo: `<bordben-${tag}@mail.example>`, references: `<bordben-${tag}@mail.example>`, text });
  return { first, second, said, more, tag };
}

const dialogOf = (page: Page) => page.getByRole('dialog');
const heading = (page: Page, subject: string) => page.getByRole('main', { name: 'Conversation' }).getByRole('heading', { name: subject });

async function askToMerge(page: Page) {
  await page.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: 'Merge into …' }).click();
  await expect(dialogOf(page).getByRole('combobox', { name: 'Find a conversation' })).toBeFocused();
}

/** By the keyboard alone, once the dialog is open. */
async function mergeInto(page: Page, subject: string) {
  await askToMerge(page);
  await expect(dialogOf(page).getByRole('option', { name: subject })).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  const merge = dialogOf(page).getByRole('button', { name: 'Merge', exact: true });
  await expect(merge).toBeFocused();
  await expect(dialogOf(page)).toContainText('goes into it');
  await page.keyboard.press('Enter');
  await expect(dialogOf(page)).toHaveCount(0);
}

test('THR-17 D16 two conversations of a customer become one by the keyboard: one stands in it, Undo leads back, and its old address leads there', async ({
  context,
  panel,
  sendMail,
}) => {
  const { first, second, said, tag } = await two(panel, sendMail);
  await askToMerge(panel);
  const dialog = dialogOf(panel);
  await expect(dialog.getByRole('option')).toHaveCount(1);
  expect(await violations(panel)).toEqual([]);
  await takeLook(panel, 'merge-find');
  const find = dialog.getByRole('combobox');
  await find.fill('ingen har skrevet dette');
  await expect(dialog).toContainText('No conversation of the inbox with these words.');
  await takeLook(panel, 'merge-nothing');
  await find.fill(`bordb ${tag}`);
  await expect(dialog.getByRole('option', { name: first })).toBeVisible();
  await panel.keyboard.press('Enter');
  await expect(dialog.getByRole('heading', { name: `Merge into “${first}”?` })).toBeVisible();
  await expect(dialog).toContainText(`1 message of “${second}” goes into it.`);
  await expect(dialog).toContainText('Its contact stays Bodil Lund. It has no owner.');
  expect(await violations(panel)).toEqual([]);
  await takeLook(panel, 'merge-what');
  await dialog.getByRole('button', { name: 'Choose another' }).click();
  await expect(find).toBeFocused();
  await panel.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(heading(panel, second)).toBeVisible();

  await mergeInto(panel, first);
  await expect(panel.getByText(`Merged into “${first}”`).first()).toBeVisible();
  await expect(heading(panel, first)).toBeVisible();
  await expect(threadOf(panel).filter({ hasText: said.second })).toBeVisible();
  await expect(panel.getByText('is a part of this one now')).toHaveCount(0);
  expect(await violations(panel)).toEqual([]);
  await takeLook(panel, 'merged');
  await panel.getByRole('button', { name: 'Undo' }).first().click();
  await expect(heading(panel, second)).toBeVisible();
  await expect(threadOf(panel)).toHaveCount(1);
  await settled(panel);

  // The same, and what led to it before.
  await panel.keyboard.press('Escape');
  const page = await openFullPage(context, panel);
  await page.getByRole('option', { name: second }).click();
  await expect(heading(page, second)).toBeVisible();
  const old = page.url();
  await page.getByRole('option', { name: first }).click();
  await expect(heading(page, first)).toBeVisible();
  const address = page.url();
  await panel.bringToFront();
  await panel.getByRole('option', { name: second }).click();
  await mergeInto(panel, first);
  await settled(panel);
  await expect(page.getByRole('option', { name: second })).toHaveCount(0);
  await page.evaluate((to) => {
    location.href = to;
  }, old);
  await expect(page.getByText('The conversation you opened is a part of this one now.').first()).toBeVisible();
  await expect(page).toHaveURL(address);
  await expect(heading(page, first)).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await takeLook(page, 'led-page');
  await page.close();
});

/** Puts the open conversation on a ticket of its own, by the details. */
async function makeTicket(panel: Page) {
  await panel.keyboard.press('d');
  await panel.getByRole('button', { name: 'Create ticket' }).click();
  await panel.getByRole('textbox', { name: 'Name of the ticket' }).press('Enter');
  await panel.getByRole('button', { name: 'View more' }).waitFor();
  await panel.keyboard.press('Escape');
  await panel.locator('.ticketline').waitFor();
}

test('THR-17 D16 of two tickets one chooses which stays, and is told what becomes of the other before it is done', async ({ panel, sendMail }) => {
  const { first, second } = await two(panel, sendMail);
  await makeTicket(panel);
  await panel.keyboard.press('Escape');
  await panel.getByRole('option', { name: first }).click();
  await makeTicket(panel);
  await askToMerge(panel);
  await dialogOf(panel).getByRole('option', { name: second }).click();
  const which = dialogOf(panel).getByRole('group', { name: 'Which ticket stays?' });
  await expect(which.getByRole('radio', { name: second })).toBeChecked();
  await expect(dialogOf(panel)).toContainText(new RegExp(`T-\\d+, “${first}”, is closed and marked as merged.`));
  await which.getByRole('radio', { name: first }).click();
  await expect(dialogOf(panel)).toContainText(new RegExp(`T-\\d+, “${second}”, is closed and marked as merged.`));
  expect(await violations(panel)).toEqual([]);
  await takeLook(panel, 'merge-tickets');
  await dialogOf(panel).getByRole('button', { name: 'Merge', exact: true }).click();
  await expect(heading(panel, second)).toBeVisible();
  await expect(panel.locator('.ticketline')).toContainText(first);
  await settled(panel);
});

test('THR-17 a conversation is split from a message on, one stands in the new one, and Undo puts it back; the first message says why not', async ({
  panel,
  sendMail,
}) => {
  const { first, said, more, tag } = await two(panel, sendMail);
  await panel.keyboard.press('Escape');
  await panel.getByRole('option', { name: first }).click();
  await expect(threadOf(panel).getByText(said.first)).toBeVisible();
  const later = `Og lampen virker ikke ${tag}`;
  await more(later);
  const newest = threadOf(panel).filter({ hasText: later });
  await expect(newest).toBeVisible({ timeout: 40_000 });

  await panel.getByRole('button', { name: said.first }).click();
  await threadOf(panel).filter({ hasText: said.first }).getByRole('button', { name: 'More about this message' }).click();
  await expect(panel.getByRole('menuitem', { name: /^Split from here/ })).toContainText('Nothing would be left before it.');
  await panel.keyboard.press('Escape');
  await newest.getByRole('button', { name: 'More about this message' }).click();
  await takeLook(panel, 'split-menu');
  await panel.getByRole('menuitem', { name: 'Split from here (1 message)' }).click();
  await expect(panel.getByText('1 message is a conversation of its own now').first()).toBeVisible();
  await expect(threadOf(panel)).toHaveCount(1);
  await expect(newest).toBeVisible();
  expect(await violations(panel)).toEqual([]);
  await takeLook(panel, 'split');
  await panel.keyboard.press('z');
  await expect(panel.getByText('is a conversation of its own now')).toHaveCount(0);
  await expect(panel.getByRole('button', { name: said.first })).toBeVisible();
  await expect(newest).toBeVisible();
  await expect(panel.getByText('is a part of this one now')).toHaveCount(0);
  await settled(panel);
});

test('THR-17 X26 merged and split offline: both wait in words of their own, are taken back there, and go to the hub once it is reached', async ({
  panel,
  sendMail,
  setOffline,
}) => {
  const { first, second, said } = await two(panel, sendMail);
  await settled(panel);
  await setOffline(true);
  await mergeInto(panel, first);
  await expect(heading(panel, first)).toBeVisible();
  await threadOf(panel).filter({ hasText: said.second }).getByRole('button', { name: 'More about this message' }).click();
  await panel.getByRole('menuitem', { name: 'Split from here (1 message)' }).click();
  await expect(threadOf(panel)).toHaveCount(1);
  await expect(heading(panel, second)).toBeVisible();

  const status = panel.locator('footer').getByRole('button', { name: /wait/ });
  await status.click();
  const merged = panel.getByRole('button', { name: 'Take back: Merge conversations: Bodil Lund' });
  const parted = panel.getByRole('button', { name: 'Take back: Split a conversation: Bodil Lund' });
  await expect(merged).toBeVisible();
  await takeLook(panel, 'merge-waits');
  await parted.click();
  await expect(heading(panel, first)).toBeVisible();
  await expect(panel.getByText('The conversation you opened is a part of this one now.').first()).toBeVisible();
  await merged.click();
  await expect(threadOf(panel)).toHaveCount(1);
  await expect(threadOf(panel).filter({ hasText: said.first })).toBeVisible();
  await setOffline(false);
  await settled(panel);
  await panel.keyboard.press('Escape');
  await panel.keyboard.press('Escape');
  await panel.getByRole('option', { name: second }).click();
  await expect(threadOf(panel).filter({ hasText: said.second })).toBeVisible();

  await setOffline(true);
  await mergeInto(panel, first);
  await setOffline(false);
  await settled(panel);
  const [connection] = await readConnections(panel);
  const rows = (await readTable(panel, `samtale-${connection?.id}`, 'conversations')) as {
    subject: string;
    id: string;
    mergedInto?: string;
    version: number;
  }[];
  const target = rows.find(({ subject }) => subject === first);
  expect(rows.filter(({ mergedInto, version }) => mergedInto === target?.id && version > 0).length).toBeGreaterThan(0);
  expect(await readTable(panel, `samtale-${connection?.id}`, 'notApplied')).toEqual([]);
});

alone('THR-17 RPL-8 a colleague who has it open is led to the target with what they were writing, and a line says so', async () => {
  alone.setTimeout(300_000);
  await twoAgents(async ({ hub, admin, colleague }) => {
    const { first, second, said } = await two(admin.page, (mail) => sendMailTo(hub.smtp, mail));
    await colleague.page.bringToFront();
    await (await arrivedRow(colleague.page, second)).click();
    await colleague.page.getByRole('button', { name: /^Reply to/ }).click();
    await colleague.page.getByRole('textbox', { name: 'Text of the reply' }).click();
    await colleague.page.keyboard.insertText('Skruerne er på vej');
    await expect(colleague.page.getByText('Saved', { exact: true }).first()).toBeVisible();
    await mergeInto(admin.page, first);

    await expect(heading(colleague.page, first)).toBeVisible({ timeout: 60_000 });
    await expect(colleague.page.getByText('The conversation you opened is a part of this one now.').first()).toBeVisible();
    await expect(threadOf(colleague.page).filter({ hasText: said.second })).toBeVisible();
    const written = colleague.page.getByRole('textbox', { name: 'Text of the reply' });
    await expect(written).toContainText('Skruerne er på vej');
    expect(await violations(colleague.page)).toEqual([]);
    await takeLook(colleague.page, 'led-colleague');
    await colleague.page.keyboard.press('Escape');
    await expect(colleague.page.getByRole('button', { name: /^Draft to/ })).toBeVisible();
  });
});
