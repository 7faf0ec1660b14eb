import type { Page } from '@playwright/test';
import type { SendMailOptions } from 'nodemailer';
import { expect, test } from './fixtures';
import { arrivedRow, settled } from './support/conversation';
import { HubProcess } from './support/hub-process';
import { browserOf } from './support/people';
import { sendMail } from './support/send-mail';
import { signIn } from './support/sign-in';

// What a setting does, where it is met: one browser and a hub of its own, whose inboxes it changes for good.
let hub: HubProcess;
let admin: Awaited<ReturnType<typeof browserOf>>;
let panel: Page;

test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  hub = await HubProcess.start({ sample: true });
  admin = await browserOf();
  panel = admin.page;
  await signIn(admin.context, panel, hub);
});
test.afterAll(async () => {
  await admin?.close();
  await hub?.stop();
});

async function settings(place: string): Promise<Page> {
  const page = await admin.context.newPage();
  await page.setViewportSize({ width: 1280, height: 1000 });
  await page.goto(new URL(`options.html#/${place}`, panel.url()).href);
  await page.getByRole('heading', { level: 1 }).waitFor();
  return page;
}
/** The settings of the inbox Erhverv, at one of the places the rail names. */
async function ofErhverv(link: string): Promise<Page> {
  const page = await settings('');
  const rail = page.getByRole('navigation', { name: 'Settings' });
  await rail.getByRole('button').click();
  await page.getByRole('menuitemradio', { name: /Erhverv/ }).click();
  await rail.getByRole('link', { name: link }).click();
  await page.getByRole('heading', { level: 1 }).waitFor();
  return page;
}
const saved = async (page: Page) => {
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Nothing changed')).toBeVisible();
  await settled(panel);
};
const mail = (subject: string, from: string, more: SendMailOptions = {}) =>
  sendMail(hub.smtp, {
    from,
    to: 'erhverv@havnegaard.example',
    subject,
    text: 'Hej',
    messageId: `<${subject.replaceAll(' ', '-')}@mail.example>`,
    ...more,
  });
const row = (subject: string) => panel.getByRole('option', { name: subject });
const view = async (name: RegExp) => {
  await panel.getByRole('button', { name: 'More', exact: true }).click();
  await panel.getByRole('menuitem', { name }).click();
};
const unassigned = () => panel.getByRole('button', { name: /^Unassigned/ }).click();

test('K16 LIST-2 two lines make a row lower, and a theme changes the colours, in every window', async () => {
  const popup = await admin.context.newPage();
  await popup.goto(new URL('popup.html', panel.url()).href);
  const page = await settings('appearance');
  const look = async (at: Page) => ({
    height: await at
      .getByRole('option')
      .last()
      .evaluate((one) => one.getBoundingClientRect().height),
    ground: await at.locator('body').evaluate((body) => getComputedStyle(body).backgroundColor),
  });
  await page.getByRole('radio', { name: 'Light', exact: true }).check();
  await expect(popup.locator('html')).toHaveAttribute('data-theme', 'light');
  await expect(panel.locator('html')).toHaveAttribute('data-theme', 'light');
  for (const at of [panel, popup]) {
    await at.bringToFront();
    await at.getByRole('option').first().waitFor();
  }
  const before = await Promise.all([look(panel), look(popup)]);
  await page.getByRole('radio', { name: 'Two lines' }).check();
  await page.getByRole('radio', { name: 'Dark' }).check();
  for (const [n, at] of [panel, popup].entries()) {
    await at.bringToFront();
    await expect.poll(async () => (await look(at)).height).toBeLessThan((before[n]?.height ?? 0) - 10);
    await expect.poll(async () => (await look(at)).ground).not.toBe(before[n]?.ground);
  }
  await page.getByRole('radio', { name: 'Three lines' }).check();
  await page.getByRole('radio', { name: 'As the system' }).check();
  await page.close();
  await popup.close();
  await panel.bringToFront();
});

test('INB-2 LIST-2 by the goal of an inbox a conversation is late, and not before', async () => {
  const page = await ofErhverv('Name and rules');
  const goal = page.getByLabel('Answer within');
  await goal.selectOption({ label: 'No goal' });
  await saved(page);
  await mail('Uden mål', 'Kim Lund <kim@kunde.example>');
  await arrivedRow(panel, 'Uden mål');
  await goal.selectOption({ label: '30 min' });
  await saved(page);
  await page.close();
  await mail('Inden en halv time', 'Kim Lund <kim@kunde.example>');
  await arrivedRow(panel, 'Inden en halv time');
  const late = async (minutes: number) => {
    const then = await admin.context.newPage();
    await then.clock.setSystemTime(Date.now() + minutes * 60_000);
    await then.goto(panel.url());
    await then.getByRole('option', { name: 'Inden en halv time' }).waitFor();
    const classes = await Promise.all(['Uden mål', 'Inden en halv time'].map((name) => then.getByRole('option', { name }).getAttribute('class')));
    await then.close();
    return classes.map((names) => /\bover\b/.test(names ?? ''));
  };
  expect(await late(25)).toEqual([false, false]);
  expect(await late(35)).toEqual([false, true]);
});

test('INB-2 VIEW-9 mail from a role address is spam where the inbox says so, and from one of its own too', async () => {
  const page = await ofErhverv('Name and rules');
  await page.getByRole('textbox', { name: 'More role addresses' }).fill('tilbud');
  await saved(page);
  await mail('Køb nu', 'tilbud@kunde.example');
  await mail('Nyhedsbrev', 'marketing@kunde.example');
  await mail('Til et menneske', 'eva@kunde.example');
  await arrivedRow(panel, 'Til et menneske');
  for (const subject of ['Køb nu', 'Nyhedsbrev']) await expect(row(subject)).toHaveCount(0);
  await view(/^Spam/);
  for (const subject of ['Køb nu', 'Nyhedsbrev']) await expect(row(subject)).toBeVisible();
  await unassigned();
  await page.getByRole('radio', { name: 'Like any other mail' }).check();
  await saved(page);
  await page.close();
  await mail('Nyhedsbrev igen', 'marketing@kunde2.example');
  await arrivedRow(panel, 'Nyhedsbrev igen');
});

test('CHN-4 CHN-5 what an agent forwards from a further address of theirs is logged to who wrote it, and to nobody else’s once it is taken out', async () => {
  const page = await settings('people');
  const address = 'mette@privat.example';
  const forward = (customer: string, subject: string) =>
    mail(`Fwd: ${subject}`, `Mette Holm <${address}>`, {
      text: [
        '---------- Forwarded message ---------',
        `From: ${customer}`,
        'Date: Mon, Nov 2, 2026 at 9:00 AM',
        `Subject: ${subject}`,
        `To: <${address}>`,
        '',
        '',
        'Hej',
      ].join('\n'),
    });
  const field = page.getByLabel('Another address');
  await field.fill(address);
  await field.press('Enter');
  const remove = page.getByRole('button', { name: `Remove ${address}` });
  await expect(remove).toBeVisible();
  await settled(panel);
  await forward('Kari Lund <kari@kunde3.example>', 'Hylden');
  await expect((await arrivedRow(panel, 'Hylden')).locator('.nm')).toHaveText('Kari Lund');
  await remove.click();
  await expect(remove).toBeHidden();
  await page.close();
  await settled(panel);
  await forward('Per Holm <per@kunde3.example>', 'Skabet');
  await expect((await arrivedRow(panel, 'Skabet')).locator('.nm')).toHaveText('Mette Holm');
});

test('D4 CHN-7 an answer to a closed ticket opens the conversation alone, and the ticket with it once the channel says so', async () => {
  const name = 'Reol i stykker';
  const from = 'Kim Lund <kim@kunde.example>';
  const answer = (text: string) => {
    const first = `<${name.replaceAll(' ', '-')}@mail.example>`;
    return mail(`Re: ${name}`, from, { text, messageId: `<svar-${text}@mail.example>`, inReplyTo: first, references: first });
  };
  await mail(name, from);
  await (await arrivedRow(panel, name)).click();
  await panel.getByRole('article').first().waitFor();
  await panel.keyboard.press('d');
  await panel.getByRole('button', { name: 'Create ticket' }).click();
  await panel.getByRole('textbox', { name: 'Name of the ticket' }).press('Enter');
  const line = panel.locator('.ticketline');
  await expect(line).toContainText('New');
  await panel.keyboard.press('Escape');
  await line.getByRole('button').click();
  await panel.getByRole('menuitemradio', { name: /^Closed/ }).click();
  const close = panel.getByRole('button', { name: 'Close', exact: true });
  await expect(panel.getByRole('button', { name: 'Reopen', exact: true })).toBeVisible();
  await settled(panel);
  await answer('et');
  await expect(panel.getByText(`The ticket ${name} is still closed`)).toBeVisible({ timeout: 30_000 });
  await expect(close).toBeVisible();
  await expect(line).toContainText('Closed');

  const page = await ofErhverv('erhverv@havnegaard.example');
  await page.getByRole('link', { name: 'Automation' }).click();
  const reopens = page.getByRole('switch', { name: 'An answer to a closed conversation also reopens its ticket' });
  await expect(reopens).toHaveAttribute('aria-checked', 'false');
  await reopens.click();
  await expect(reopens).toHaveAttribute('aria-checked', 'true');
  await page.close();
  await panel.bringToFront();
  await close.click();
  await expect(close).toBeHidden();
  await settled(panel);
  await expect(line).toContainText('Closed');
  await answer('to');
  await expect(panel.getByText('Reopened because Kim Lund wrote')).toBeVisible({ timeout: 30_000 });
  await expect(panel.getByRole('button', { name: /^Close ticket T-\d+ and 1 open conversation$/ })).toBeVisible();
  await expect(line).toContainText('New');
  await panel.keyboard.press('Escape');
  await panel.keyboard.press('Escape');
});

test('INB-2 VIEW-1 who takes themselves out of an inbox sees its conversations no more', async () => {
  await mail('Sidste sag her', 'Kim Lund <kim@kunde.example>');
  await arrivedRow(panel, 'Sidste sag her');
  // Somebody who may set it up stays.
  const people = await settings('people');
  const access = people.getByRole('checkbox', { name: 'Account access: Sofie Brandt' });
  await access.click();
  await expect(access).toBeChecked();
  await settled(panel);
  const page = await ofErhverv('Members');
  await page
    .getByRole('listitem')
    .filter({ hasText: '(you)' })
    .getByRole('button', { name: /^Remove / })
    .click();
  await expect(page.getByText('You will no longer see Erhverv.')).toBeVisible();
  await page.getByRole('button', { name: 'Remove', exact: true }).click();
  await panel.bringToFront();
  await expect(row('Sidste sag her')).toHaveCount(0, { timeout: 30_000 });
  await settled(panel);
  await panel.locator('header.bar button').first().click();
  await expect(panel.getByRole('menuitemradio', { name: /Kundeservice/ })).toBeVisible();
  await expect(panel.getByRole('menuitemradio', { name: /Erhverv/ })).toHaveCount(0);
});
