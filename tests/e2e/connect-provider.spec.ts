import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { FakeGoogle } from '../support/fake-google';
import { FakeMicrosoft } from '../support/fake-microsoft';
import { expect, test } from './fixtures';
import { administrator } from './support/administrator';
import { arrivedRow, reply } from './support/conversation';
import { HubProcess } from './support/hub-process';
import { browserOf } from './support/people';
import { poll } from './support/poll';
import { databaseNames, readTable } from './support/read-store';
import { standInProviders } from './support/stand-in-providers';
import { violations } from './support/violations';

/** Stand-ins for Google and Microsoft, a hub that takes them for the real ones, its first administrator: one browser for all of it. */
const google = new FakeGoogle();
const microsoft = new FakeMicrosoft();
let hub: HubProcess;
let admin: Awaited<ReturnType<typeof browserOf>>;
let page: Page;
const gmail = 'post@firma.dk';
const office = 'salg@firma.dk';
const places = { google: '', microsoft: '' };
/** What somebody wrote to a mailbox of the team's. */
const mail = (subject: string, to: string) =>
  `From: Bo Kunde <bo@kunde.dk>\r\nTo: ${to}\r\nSubject: ${subject}\r\nMessage-ID: <${subject.replaceAll(' ', '-')}@kunde.dk>\r\n\r\nHej igen\r\n`;

test.describe.configure({ mode: 'serial', timeout: 240_000 });
test.beforeAll(async () => {
  test.setTimeout(180_000);
  await Promise.all([google.start(), microsoft.start()]);
  google.put(google.account(gmail), mail('Gammel sag i Gmail', gmail), { at: Date.now() - 3600_000 });
  microsoft.put(microsoft.account(office), mail('Gammel sag i Office', office), { at: Date.now() - 3600_000 });
  const standIns = {
    'oauth2.googleapis.com': google.url,
    'gmail.googleapis.com': google.url,
    'login.microsoftonline.com': microsoft.url,
    'graph.microsoft.com': microsoft.url,
  };
  const pretended = fileURLToPath(new URL('./support/pretend-providers.mjs', import.meta.url));
  hub = await HubProcess.start({ env: { NODE_OPTIONS: `--import ${pretended}`, PRETEND_PROVIDERS: JSON.stringify(standIns) } });
  for (const fake of [google, microsoft]) fake.client.redirectUri = `${hub.url}/mail-sign-in`;
  admin = await browserOf();
  await administrator(hub, admin);
  await admin.page.locator('header.bar').waitFor({ timeout: 60_000 });
  await standInProviders(admin.context, google, microsoft);
  page = await admin.context.newPage();
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto(new URL('options.html', admin.page.url()).href);
});
test.afterAll(async () => {
  await admin?.close();
  await hub?.stop();
  await Promise.all([google.stop(), microsoft.stop()]);
});

const main = () => page.getByRole('main');
const next = (name: string) => main().getByRole('button', { name, exact: true }).click();
/** Signs in at the provider's page, in the tab that opens, and closes it again. */
async function signInAt(provider: string, account: string) {
  const opened = admin.context.waitForEvent('page');
  await main()
    .getByRole('link', { name: `Open ${provider}` })
    .click();
  const tab = await opened;
  await tab.getByRole('link', { name: `Continue as ${account}` }).click();
  await expect(tab.getByRole('heading', { name: 'Signed in' })).toBeVisible({ timeout: 30_000 });
  expect(await violations(tab)).toEqual([]);
  await tab.close();
}
/** From the kind to the details, signed in at the provider. */
async function connectAt(kind: string, provider: string, account: string): Promise<string> {
  await page.goto(new URL('#/connect-channel', page.url()).href);
  await page.getByRole('radio', { name: new RegExp(`^${kind}`) }).check();
  await next('Continue');
  await expect(page.getByText(`You sign in at ${provider} itself.`)).toBeVisible();
  await next('Agree and continue');
  await expect(page.getByText(`Waiting for you to come back from ${provider}`)).toBeVisible({ timeout: 30_000 });
  expect(await violations(page)).toEqual([]);
  await signInAt(provider, account);
  await expect(page.getByText(`Signed in as ${account}.`)).toBeVisible({ timeout: 30_000 });
  await next('Connect e-mail');
  await expect(page.getByRole('heading', { level: 1, name: account })).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText('Connected', { exact: true })).toBeVisible({ timeout: 60_000 });
  return new URL(page.url()).hash;
}

test('CHN-2 INB-4 without a client it says so and leads there; the secret goes in once and is not shown again', async () => {
  await page.getByRole('link', { name: 'Connect e-mail' }).click();
  await page.getByRole('radio', { name: /^Gmail/ }).check();
  await expect(page.getByText('The hub has no client at Google yet.')).toBeVisible({ timeout: 30_000 });
  await next('Set it up');
  await expect(page.getByRole('textbox', { name: 'Redirect address' })).toHaveValue(`${hub.url}/mail-sign-in`);
  for (const [name, provider] of [
    ['Gmail', 'Google'],
    ['Microsoft 365', 'Microsoft'],
  ] as const) {
    const form = page.getByRole('form', { name, exact: true });
    await form.getByRole('button', { name: 'Save' }).click();
    await expect(form.getByText('Write the secret.')).toBeVisible();
    await form.getByLabel('Client id').fill('client-1');
    await form.getByLabel('Client secret').fill('hemmelig klient');
    if (provider === 'Microsoft') {
      for (const wrong of ['Havnegård', 'my_tenant', 'https://login.microsoftonline.com/firma.dk']) {
        await form.getByLabel('Directory (tenant)').fill(wrong);
        await form.getByRole('button', { name: 'Save' }).click();
        await expect(form.getByText('No directory at Microsoft can be called this.')).toBeVisible();
      }
      await form.getByLabel('Directory (tenant)').fill('organizations');
    }
    await form.getByRole('button', { name: 'Save' }).click();
    await expect(form.getByText('Set up', { exact: true })).toBeVisible({ timeout: 30_000 });
    await expect(form.getByLabel('Client secret')).toHaveValue('');
  }
  expect(await violations(page)).toEqual([]);
  await page.reload();
  await expect(page.getByRole('form', { name: 'Gmail' }).getByText('One is kept at the hub.')).toBeVisible({ timeout: 30_000 });
});

test('CHN-2 CHN-3 Gmail and Microsoft 365: signed in, with their history; the from name at Microsoft is its own, and said so', async () => {
  places.google = await connectAt('Gmail', 'Google', gmail);
  google.put(gmail, mail('Nyt i Gmail', gmail));
  places.microsoft = await connectAt('Microsoft 365', 'Microsoft', office);
  microsoft.put(office, mail('Nyt i Office', office));
  await expect(page.getByText('Not available here: Microsoft 365 itself writes the name of the account')).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'From name' })).not.toBeEditable();
  await expect(page.getByRole('textbox', { name: 'Company name' })).toHaveCount(0);
  expect(await violations(page)).toEqual([]);
  for (const subject of ['Gammel sag i Gmail', 'Gammel sag i Office']) await arrivedRow(admin.page, subject);
});

test('CHN-2 I2 a mail comes to each, and each answer leaves once, though Gmail’s own word that it did is lost', async () => {
  google.fail(/POST .*\/messages\/send/, 'lost');
  for (const [subject, text] of [
    ['Nyt i Gmail', 'Sagen er løst.'],
    ['Nyt i Office', 'Også den.'],
  ] as const) {
    await (await arrivedRow(admin.page, subject)).click();
    await reply(admin.page, text);
    await admin.page.getByRole('button', { name: 'Back to the list' }).click();
  }
  const inGmail = await poll('the answer at Gmail', () => google.sent[0], 60_000);
  expect(inGmail).toMatch(/^From: "?Hub administrator, .*<post@firma\.dk>/m);
  expect(inGmail).toContain('In-Reply-To: <Nyt-i-Gmail@kunde.dk>');
  const inOffice = await poll('the answer at Microsoft', () => microsoft.sent[0], 60_000);
  expect(inOffice).toMatch(/^From: salg@firma\.dk\r$/m);
  const [store = ''] = (await databaseNames(admin.page)).filter((name) => name.startsWith('samtale-'));
  const deliveries = async () => {
    type Chunk = { messages: { direction: string; delivery: { state: string } | null }[] };
    const messages = ((await readTable(admin.page, store, 'threads')) as Chunk[]).flatMap((chunk) => chunk.messages);
    return messages.filter(({ direction }) => direction === 'out').map(({ delivery }) => delivery?.state);
  };
  await expect.poll(deliveries, { timeout: 60_000 }).toEqual(['sent', 'sent']);
  expect([google.sent.length, microsoft.sent.length]).toEqual([1, 1]);
  expect(google.threadsOf(gmail)).toHaveLength(2);
});

test('CHN-2 a consent that ended is told; the wrong account is not taken, the right one is; disconnecting ends it at Google', async () => {
  await page.goto(new URL(places.google, page.url()).href);
  google.endConsent(gmail);
  const standing = page.getByRole('region', { name: 'State of the mailbox' });
  await expect(standing).toContainText('The sign-in there has ended', { timeout: 60_000 });
  expect(await violations(page)).toEqual([]);
  google.account('privat@firma.dk');
  await next('Sign in again');
  await expect(standing.getByRole('link', { name: 'Open Google' })).toBeVisible({ timeout: 30_000 });
  const opened = admin.context.waitForEvent('page');
  await standing.getByRole('link', { name: 'Open Google' }).click();
  const tab = await opened;
  await tab.getByRole('link', { name: 'Continue as privat@firma.dk' }).click();
  await expect(tab.getByRole('alert')).toContainText('That was privat@firma.dk, another account.', { timeout: 30_000 });
  await tab.close();
  await expect(standing.getByText('That was privat@firma.dk, another account.')).toBeVisible({ timeout: 30_000 });
  await standing.getByRole('button', { name: 'Begin again' }).click();
  await expect(standing.getByRole('link', { name: 'Open Google' })).toBeVisible({ timeout: 30_000 });
  await signInAt('Google', gmail);
  await expect(page.getByText('Connected', { exact: true })).toBeVisible({ timeout: 60_000 });

  expect(google.hasConsent(gmail)).toBe(true);
  await next('Disconnect address');
  await expect(page.getByRole('dialog')).toContainText('The hub ends its access at Google');
  await page.getByRole('dialog').getByRole('button', { name: 'Disconnect', exact: true }).click();
  await expect(page.getByText(/^Disconnected since \d\d:\d\d/)).toBeVisible({ timeout: 30_000 });
  await poll('Google to know', () => !google.hasConsent(gmail));
});

test('CHN-2 an owner who signs in again without a client is told that, not that they may not', async () => {
  await page.goto(new URL('#/mail-clients', page.url()).href);
  const form = page.getByRole('form', { name: 'Gmail', exact: true });
  await form.getByRole('button', { name: 'Remove', exact: true }).click();
  await form.getByRole('button', { name: 'Remove it' }).click();
  await expect(form.getByText('Not set up', { exact: true })).toBeVisible({ timeout: 30_000 });
  await page.goto(new URL(places.google, page.url()).href);
  const standing = page.getByRole('region', { name: 'State of the mailbox' });
  await standing.getByRole('button', { name: 'Sign in again' }).click();
  await expect(standing.getByRole('alert')).toContainText('The hub has no client at this provider any more.', { timeout: 30_000 });
  await expect(standing).not.toContainText('Only agents with account access');
  expect(await violations(page)).toEqual([]);
});

test('CHN-2 a sign-in whose hub is gone says so instead of waiting; it waits again when the hub is back', async () => {
  await page.goto(new URL(places.microsoft, page.url()).href);
  microsoft.endConsent(office);
  const standing = page.getByRole('region', { name: 'State of the mailbox' });
  await expect(standing).toContainText('The sign-in there has ended', { timeout: 60_000 });
  await standing.getByRole('button', { name: 'Sign in again' }).click();
  await expect(standing.getByText('Waiting for you to come back')).toBeVisible({ timeout: 30_000 });
  await hub.terminate();
  await expect(standing.getByRole('alert').filter({ hasText: 'The hub does not answer.' })).toBeVisible({ timeout: 60_000 });
  await hub.restart();
  await expect(standing.getByText('Waiting for you to come back')).toBeVisible({ timeout: 60_000 });
});

test('at 400 px, light and dark, in Danish, nothing sticks out; S52 no secret and no token is in what this browser keeps', async () => {
  await page.goto(new URL('#/appearance', page.url()).href);
  await page.getByLabel('Dansk').check();
  await page.setViewportSize({ width: 400, height: 800 });
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    for (const place of ['#/mail-clients', places.google, places.microsoft, '#/connect-channel']) {
      await page.goto(new URL(place, page.url()).href);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      if (place === '#/mail-clients') await expect(page.getByRole('form')).toHaveCount(2);
      await expect
        .poll(() => page.evaluate(() => document.documentElement.scrollWidth - innerWidth), `${place}, ${colorScheme}`)
        .toBeLessThanOrEqual(0);
      expect(await violations(page)).toEqual([]);
    }
  }
  const names = (await databaseNames(page)).filter((name) => name.startsWith('samtale-'));
  const kept = await Promise.all(names.flatMap((name) => ['outbox', 'channels', 'meta'].map((table) => readTable(page, name, table))));
  expect(JSON.stringify(kept)).toContain(gmail);
  expect(JSON.stringify(kept)).not.toMatch(/hemmelig|client-1/);
});
