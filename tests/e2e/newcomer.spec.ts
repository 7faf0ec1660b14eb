import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { PrivateDovecot, password } from '../support/private-dovecot';
import { SubmissionServer } from '../support/submission-server';
import { expect, test } from './fixtures';
import { clipped } from './support/clipped';
import { connect } from './support/connect';
import { arrivedRow, threadOf } from './support/conversation';
import { HubProcess } from './support/hub-process';
import { browserOf, fillJoinForm, inviteByPanel, signedIn, someone } from './support/people';
import { picture } from './support/picture';
import { poll } from './support/poll';
import { violations } from './support/violations';

/** Someone who meets Samtale: a fresh profile, a fresh hub, and the team's own mailbox at a provider. The tests after that have what they made. */
let dovecot: PrivateDovecot;
let provider: SubmissionServer;
let hub: HubProcess;
let admin: Awaited<ReturnType<typeof browserOf>>;
const folder = mkdtempSync(join(tmpdir(), 'samtale-ca-'));
const address = 'post@firma.dk';

test.describe.configure({ mode: 'serial', timeout: 240_000 });
test.beforeAll(async () => {
  test.setTimeout(180_000);
  dovecot = await PrivateDovecot.start();
  provider = await SubmissionServer.start({ secure: true, ...dovecot.certificate });
  provider.password = password;
  writeFileSync(join(folder, 'ca.pem'), dovecot.certificate.cert);
  for (const [n, subject, text] of [
    [1, 'Hvornår kommer skabet?', 'Hej\n\nVi bestilte et skab den 3. november og har intet hørt.\n\nVenlig hilsen\nBo'],
    [2, 'Faktura 20881', 'Goddag\n\nDer er et beløb på fakturaen, vi ikke kender. Kan I se på det?\n\nMvh\nBo'],
    [3, 'Tak for hjælpen', 'Hej\n\nDet virker nu. Mange tak.\n\nBo'],
  ] as const)
    dovecot.deliver(
      address,
      `From: Bo Kunde <bo${n}@kunde.dk>\r\nTo: ${address}\r\nSubject: =?utf-8?B?${Buffer.from(subject).toString('base64')}?=\r\nMessage-ID: <mail${n}@kunde.dk>\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${text.replaceAll('\n', '\r\n')}\r\n`,
    );
  admin = await browserOf();
});
test.afterAll(async () => {
  await admin?.close();
  await hub?.stop();
  await Promise.all([dovecot?.stop(), provider?.close()]);
  rmSync(folder, { recursive: true, force: true });
});

test('from nothing to the first reply delivered, in under three minutes', async () => {
  // The promise of three minutes is the limit of this test.
  test.setTimeout(180_000);
  const { context, page: panel } = admin;
  hub = await HubProcess.start({ env: { NODE_EXTRA_CA_CERTS: join(folder, 'ca.pem') } });
  await expect(panel.getByRole('radio', { name: 'On this computer' })).toBeVisible();
  await picture(panel, 'newcomer-1-where');
  await connect(context, panel, hub.invitation, async (window) => {
    await window.getByLabel('Your name').fill('Mette Holm');
    await window.getByLabel('You sign in with this address').fill('mette@havnegaard.example');
    await window.getByLabel('Your team’s name').fill('Havnegaard');
    await window.getByLabel('Password').fill('korrekt hest batteri');
    await picture(window, 'newcomer-2-join');
    expect(await violations(window)).toEqual([]);
    await window.getByRole('button', { name: 'Sign in' }).click();
  });
  await signedIn(panel);
  await panel.locator('header.bar').waitFor({ timeout: 60_000 });
  await panel.getByRole('button', { name: /^Up to date/ }).waitFor({ timeout: 60_000 });
  await panel.getByRole('link', { name: 'Connect e-mail' }).waitFor();
  await picture(panel, 'newcomer-3-empty');
  expect(await violations(panel)).toEqual([]);

  const opened = context.waitForEvent('page');
  await panel.getByRole('link', { name: 'Connect e-mail' }).click();
  const settings = await opened;
  await settings.setViewportSize({ width: 1280, height: 900 });
  const next = (name: string) => settings.getByRole('main').getByRole('button', { name, exact: true }).click();
  await next('Continue');
  await next('Agree and continue');
  await settings.getByLabel('E-mail address').fill(address);
  await next('Continue');
  for (const [group, port] of [
    ['Incoming mail (IMAP)', dovecot.imapsPort],
    ['Outgoing mail (SMTP)', provider.port],
  ] as const) {
    await settings.getByRole('group', { name: group }).getByLabel('Server').fill('localhost', { timeout: 60_000 });
    await settings.getByRole('group', { name: group }).getByLabel('Port').fill(String(port));
  }
  await settings.getByLabel('Password').fill(password);
  await next('Test');
  await expect(settings.getByText('Both servers let us in.')).toBeVisible({ timeout: 60_000 });
  await picture(settings, 'newcomer-4-mailbox');
  await settings.getByLabel('Everything in the inbox and Sent').check();
  await next('Connect e-mail');
  await expect(settings.getByText('Connected', { exact: true })).toBeVisible({ timeout: 60_000 });
  await picture(settings, 'newcomer-5-connected');

  const row = await arrivedRow(panel, 'Hvornår kommer skabet?');
  await arrivedRow(panel, 'Tak for hjælpen');
  await picture(panel, 'newcomer-6-list');
  await row.click();
  await panel.getByRole('button', { name: /^Reply to/ }).click();
  await panel.getByRole('textbox', { name: 'Text of the reply' }).click();
  await panel.keyboard.insertText('Hej Bo. Skabet kommer på torsdag mellem 8 og 12.');
  await panel.getByText('Saved', { exact: true }).waitFor();
  await picture(panel, 'newcomer-7-reply');
  await panel.keyboard.press('Control+Enter');
  const sent = await poll('the reply at the provider', () => provider.received[0], 60_000);
  expect(sent).toMatchObject({ from: address, to: ['bo1@kunde.dk'] });
  expect(sent.raw).toMatch(/^From: "?Mette Holm, Havnegaard"? <post@firma\.dk>/m);
  await expect(threadOf(panel).filter({ hasText: /Sent \d\d:\d\d/ })).toBeVisible();
  await picture(panel, 'newcomer-8-sent');
  await settings.close();
});

test('two agents in two browsers see each other’s acts within a second: the median of five, and the worst within five', async () => {
  const person = someone();
  await admin.page.getByRole('button', { name: 'Back to the list' }).click();
  const link = await inviteByPanel(admin.page, { inboxes: ['Inbox'] });
  const colleague = await browserOf();
  try {
    await connect(colleague.context, colleague.page, link, (window) => fillJoinForm(window, person));
    await signedIn(colleague.page);
    await (await arrivedRow(colleague.page, 'Faktura 20881')).click();
    await admin.page.getByRole('option', { name: 'Faktura 20881' }).click();
    const theirs = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
    await withinASecond('closed', async () => {
      await theirs(admin.page, 'Close').click();
      return [theirs(colleague.page, 'Reopen'), () => theirs(colleague.page, 'Reopen').click(), () => theirs(admin.page, 'Close').waitFor()];
    });
    let told = 0;
    await withinASecond('a comment', async () => {
      told += 1;
      await colleague.page.getByRole('button', { name: 'Comment' }).first().click();
      await colleague.page.getByRole('textbox', { name: 'Text of the comment' }).click();
      await colleague.page.keyboard.insertText(`Jeg ringer til dem, nr. ${told}`);
      await colleague.page.keyboard.press('Control+Enter');
      return [threadOf(admin.page).getByText(`Jeg ringer til dem, nr. ${told}`)];
    });
  } finally {
    await colleague.close();
  }
});

/**
 * The act of one and what shows it to the other, five times: the median is within a second, the worst within five, and all are told.
 * It is looked for every 10 ms: a locator's own wait looks every half second at last. What else there is to do puts things back for the next.
 */
async function withinASecond(what: string, act: () => Promise<[seen: Locator, ...after: (() => Promise<unknown>)[]]>) {
  const took: number[] = [];
  while (took.length < 5) {
    const [seen, ...after] = await act();
    const acted = performance.now();
    await expect.poll(() => seen.isVisible(), { intervals: [10], timeout: 10_000 }).toBe(true);
    took.push(Math.round(performance.now() - acted));
    for (const step of after) await step();
  }
  const sorted = [...took].sort((a, b) => a - b);
  const told = `${what} is seen by the other, in ms: ${took.join(', ')}; median ${sorted[2]}, worst ${sorted[4]}`;
  console.log(told);
  expect(sorted[2], told).toBeLessThan(1000);
  expect(sorted[4], told).toBeLessThan(5000);
}

test('in Danish nothing of a connected mailbox is cut off, from 360 to 1920 px', async () => {
  const { context, page: panel } = admin;
  await panel.getByRole('button', { name: 'Back to the list' }).click();
  await panel.getByRole('button', { name: 'Language, theme and session' }).click();
  const opened = context.waitForEvent('page');
  await panel.getByRole('menuitem', { name: 'Settings' }).click();
  const settings = await opened;
  await settings.getByRole('link', { name: 'Appearance' }).click();
  await settings.getByLabel('Dansk').check();
  await settings.getByRole('heading', { level: 1, name: 'Udseende og sprog' }).waitFor();
  await settings.setViewportSize({ width: 1440, height: 900 });
  await settings.getByRole('navigation').getByRole('link', { name: address }).click();
  await expect(settings.getByText('Forbundet', { exact: true })).toBeVisible({ timeout: 60_000 });
  await look(settings, 'a mailbox');
  await settings.setViewportSize({ width: 1440, height: 900 });
  await settings.getByRole('link', { name: 'Automatik' }).click();
  await settings.locator('a[aria-current=page]', { hasText: 'Automatik' }).waitFor();
  await look(settings, 'its automation');
});

/** Every other screen is looked at in danish-*.spec.ts. */
async function look(page: Page, where: string) {
  for (const width of [360, 400, 600, 1024, 1440, 1920]) {
    await page.setViewportSize({ width, height: 900 });
    // All of them are told, not the first alone.
    await expect.soft.poll(() => clipped(page), { message: `${where} at ${width} px`, timeout: 5000 }).toEqual([]);
  }
  expect(await violations(page)).toEqual([]);
}
