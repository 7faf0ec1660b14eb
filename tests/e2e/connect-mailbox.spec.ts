import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { PrivateDovecot, password } from '../support/private-dovecot';
import { SubmissionServer } from '../support/submission-server';
import { expect, test } from './fixtures';
import { connect } from './support/connect';
import { arrivedRow, reply } from './support/conversation';
import { HubProcess } from './support/hub-process';
import { browserOf, signedIn } from './support/people';
import { poll } from './support/poll';
import { databaseNames, readTable } from './support/read-store';
import { violations } from './support/violations';

/** A real Dovecot, a provider's mail server, a hub that trusts their certificate, and its first administrator: one browser for all of it. */
let dovecot: PrivateDovecot;
let provider: SubmissionServer;
let hub: HubProcess;
let admin: Awaited<ReturnType<typeof browserOf>>;
let page: Page;
const folder = mkdtempSync(join(tmpdir(), 'samtale-ca-'));
const address = 'post@firma.dk';

test.describe.configure({ mode: 'serial', timeout: 240_000 });
test.beforeAll(async () => {
  test.setTimeout(180_000);
  dovecot = await PrivateDovecot.start();
  provider = await SubmissionServer.start({ secure: true, ...dovecot.certificate });
  provider.password = password;
  writeFileSync(join(folder, 'ca.pem'), dovecot.certificate.cert);
  hub = await HubProcess.start({ env: { NODE_EXTRA_CA_CERTS: join(folder, 'ca.pem') } });
  for (const n of [1, 2, 3])
    dovecot.deliver(
      address,
      `From: Bo Kunde <bo${n}@kunde.dk>\r\nTo: ${address}\r\nSubject: Gammel sag ${n}\r\nMessage-ID: <gammel${n}@kunde.dk>\r\n\r\nHej igen\r\n`,
    );
  admin = await browserOf();
  await connect(admin.context, admin.page, hub.invitation, (window) => window.locator('form button[type=submit]').click());
  await signedIn(admin.page);
  await admin.page.locator('header.bar').waitFor({ timeout: 60_000 });
  page = await admin.context.newPage();
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto(new URL('options.html', admin.page.url()).href);
});
test.afterAll(async () => {
  await admin?.close();
  await hub?.stop();
  await Promise.all([dovecot?.stop(), provider?.close()]);
  rmSync(folder, { recursive: true, force: true });
});

const next = (name: string) => page.getByRole('main').getByRole('button', { name, exact: true }).click();

test('CHN-2 connected step by step: consent, a wrong password in the server’s words, the right one, history, and the details', async () => {
  await page.getByRole('link', { name: 'Connect e-mail' }).click();
  await expect(page.getByRole('heading', { name: 'How does the mail get here?' })).toBeFocused();
  expect(await violations(page)).toEqual([]);
  await next('Continue');
  await expect(page.getByText('no mail is deleted, moved or marked as read')).toBeVisible();
  await next('Agree and continue');
  await page.getByLabel('E-mail address').fill('administrator@samtale.example');
  await expect(page.getByText('cannot be somebody’s own as well')).toBeVisible();
  await page.getByLabel('E-mail address').fill(address);
  await next('Continue');
  await expect(page.getByText('We do not know the servers of this domain.')).toBeVisible({ timeout: 60_000 });
  const servers = {
    imap: page.getByRole('group', { name: 'Incoming mail (IMAP)' }),
    smtp: page.getByRole('group', { name: 'Outgoing mail (SMTP)' }),
  };
  await servers.imap.getByLabel('Server').fill('localhost');
  await servers.imap.getByLabel('Port').fill(String(dovecot.imapsPort));
  await servers.smtp.getByLabel('Server').fill('localhost');
  await servers.smtp.getByLabel('Port').fill(String(provider.port));
  await page.getByLabel('Password').fill('forkert');
  await next('Test');
  await expect(page.getByRole('alert').filter({ hasText: 'It said: “Authentication failed.”' })).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole('alert').filter({ hasText: 'Check both; many providers want the whole address' })).toHaveCount(2);
  expect(await violations(page)).toEqual([]);
  await page.getByLabel('Password').fill(password);
  await next('Test');
  await expect(page.getByText('Both servers let us in.')).toBeVisible({ timeout: 60_000 });
  await page.getByLabel('Everything there is').check();
  await next('Connect e-mail');
  await expect(page.getByRole('heading', { level: 1, name: address })).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText('Connected', { exact: true })).toBeVisible({ timeout: 60_000 });
  for (const n of [1, 2, 3]) await arrivedRow(admin.page, `Gammel sag ${n}`);
});

test('CHN-3 from name and signature as set are what the customer gets, through the team’s own server', async () => {
  await page.getByRole('textbox', { name: 'Company name' }).fill('Havnegaard');
  const signature = page.getByRole('textbox', { name: 'Team signature' });
  await signature.click();
  await page.keyboard.press('ControlOrMeta+Home');
  await page.keyboard.type('Venlig hilsen ');
  await expect(page.getByRole('complementary').getByText('Hub administrator, Havnegaard')).toBeVisible();
  await expect(page.frameLocator('aside iframe').getByText('Venlig hilsen Hub administrator')).toBeVisible();
  await expect(page.getByText('Changed: company name and signature')).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await next('Save');
  await expect(page.getByText('Changed:')).toBeHidden();

  await admin.page.getByRole('option', { name: /Gammel sag 1/ }).click();
  await reply(admin.page, 'Sagen er løst.');
  const sent = await poll('the answer at the provider', () => provider.received[0], 60_000);
  expect(sent).toMatchObject({ from: address, to: ['bo1@kunde.dk'], user: address });
  expect(sent.raw).toMatch(/^From: "?Hub administrator, Havnegaard"? <post@firma\.dk>/m);
  expect(sent.raw).toContain('--=20\r\nVenlig hilsen Hub administrator');
});

test('CHN-7 forwarded mail goes to the forwarder at the flick of a switch', async () => {
  await page.getByRole('link', { name: 'Automation' }).click();
  const forwards = page.getByRole('switch', { name: 'Forwarded mail belongs to the original sender' });
  await expect(forwards).toHaveAttribute('aria-checked', 'true');
  await forwards.click();
  await expect(forwards).toHaveAttribute('aria-checked', 'false');
  expect(await violations(page)).toEqual([]);
  await page.getByRole('link', { name: 'Configuration' }).click();
});

test('S52 the password is in nothing this browser keeps', async () => {
  const names = (await databaseNames(page)).filter((name) => name.startsWith('samtale'));
  const tables = ['outbox', 'confirmed', 'channels', 'meta', 'settings', 'connections', 'notApplied'];
  const kept = await Promise.all(
    names.flatMap((name) =>
      tables.filter((table) => (name === 'samtale') === /settings|connections/.test(table)).map((table) => readTable(page, name, table)),
    ),
  );
  expect(JSON.stringify(kept)).toContain(address);
  expect(JSON.stringify(kept)).not.toMatch(/guld|forkert/);
});
