import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { FakeGoogle } from '../support/fake-google';
import { FakeMicrosoft } from '../support/fake-microsoft';
import { PrivateDovecot, password } from '../support/private-dovecot';
import { SubmissionServer } from '../support/submission-server';
import { expect, test } from './fixtures';
import { administrator } from './support/administrator';
import { threadOf } from './support/conversation';
import { arrived, da, everyWidth, inDanish, look, lookAtDialog } from './support/danish';
import { HubProcess } from './support/hub-process';
import { browserOf } from './support/people';
import { standInProviders } from './support/stand-in-providers';

/** Mail servers of every kind, a hub that uses them, and its first administrator, in Danish: one browser for all of it. */
const google = new FakeGoogle();
const microsoft = new FakeMicrosoft();
let dovecot: PrivateDovecot;
let provider: SubmissionServer;
let hub: HubProcess;
let admin: Awaited<ReturnType<typeof browserOf>>;
let page: Page;
const folder = mkdtempSync(join(tmpdir(), 'samtale-ca-'));
const gmail = 'kundeservice.privat@havnegaard-moebler.dk';
const office = 'kundeservice.erhverv@havnegaard-moebler.dk';
const own = 'reklamationer@havnegaard-moebler.dk';
const mail = (n: number, to: string) =>
  `From: Margrethe Kristoffersen-Vestergaard <margrethe@kunde.dk>\r\nTo: ${to}\r\nSubject: Reklamation ${n} til ${to}\r\nMessage-ID: <${n}.${to}>\r\n\r\nHej\r\n`;

test.describe.configure({ mode: 'serial', timeout: 240_000 });
test.beforeAll(async () => {
  test.setTimeout(180_000);
  [dovecot] = await Promise.all([PrivateDovecot.start(), google.start(), microsoft.start()]);
  provider = await SubmissionServer.start({ secure: true, ...dovecot.certificate });
  provider.password = password;
  writeFileSync(join(folder, 'ca.pem'), dovecot.certificate.cert);
  const standIns = {
    'oauth2.googleapis.com': google.url,
    'gmail.googleapis.com': google.url,
    'login.microsoftonline.com': microsoft.url,
    'graph.microsoft.com': microsoft.url,
  };
  const pretended = fileURLToPath(new URL('./support/pretend-providers.mjs', import.meta.url));
  const env = { NODE_EXTRA_CA_CERTS: join(folder, 'ca.pem'), NODE_OPTIONS: `--import ${pretended}`, PRETEND_PROVIDERS: JSON.stringify(standIns) };
  hub = await HubProcess.start({ env });
  for (const fake of [google, microsoft]) fake.client.redirectUri = `${hub.url}/mail-sign-in`;
  google.account(gmail);
  google.account('privat@firma.dk');
  microsoft.put(microsoft.account(office), mail(1, office));
  for (const n of [1, 2, 3]) google.put(gmail, mail(n, gmail), { at: Date.now() - n * 3600_000 });
  dovecot.deliver(own, mail(1, own));
  admin = await browserOf();
  await administrator(hub, admin);
  await admin.page.locator('header.bar').waitFor({ timeout: 60_000 });
  await inDanish(admin.page);
  await standInProviders(admin.context, google, microsoft);
  page = await admin.context.newPage();
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto(new URL('options.html', admin.page.url()).href);
});
test.afterAll(async () => {
  await admin?.close();
  await hub?.stop();
  await Promise.all([dovecot?.stop(), provider?.close(), google.stop(), microsoft.stop()]);
  rmSync(folder, { recursive: true, force: true });
});

const main = () => page.getByRole('main');
const next = (name: string) => main().getByRole('button', { name, exact: true }).click();
const to = async (place: string) => {
  await page.goto(new URL(place, page.url()).href);
  await page.getByRole('heading', { level: 1 }).waitFor();
};
const connected = () => page.getByText(da('chnStandsWorking'), { exact: true }).waitFor({ timeout: 60_000 });
/** To the provider's page and back; `link` is what one presses there. Answers the hub's page it ends at. */
async function atProvider(name: string, link: string): Promise<Page> {
  const opened = admin.context.waitForEvent('page');
  await main()
    .getByRole('link', { name: da('oauOpen', { provider: name }) })
    .click();
  const tab = await opened;
  await tab.getByRole('link', { name: link }).click();
  await tab.getByRole('heading', { level: 1 }).waitFor();
  await expect(tab).toHaveURL(new RegExp(`^${hub.url}`));
  return tab;
}
async function signInAt(name: string, account: string) {
  const tab = await atProvider(name, `Continue as ${account}`);
  await tab.close();
}
/** From the kind to the provider's own page. */
async function toProvider(kind: string, name: string) {
  await to('#/connect-channel');
  await page.getByRole('radio', { name: new RegExp(`^${kind}`) }).check();
  await next(da('chnGoOn'));
  await page.getByRole('button', { name: da('chnConsentAgree') }).waitFor();
  await look(page, `consent ${name}`, everyWidth);
  await next(da('chnConsentAgree'));
  await page.getByText(da('oauWaiting', { provider: name })).waitFor({ timeout: 30_000 });
  await look(page, `sign-in at ${name}`, everyWidth);
}
const places = { google: '', microsoft: '', own: '' };
const hash = () => new URL(page.url()).hash;

test('ALL-3 ALL-4 CHN-2 in Danish nothing is cut off where a mailbox at Google or Microsoft is connected, step by step, and axe finds nothing', async () => {
  await to('#/connect-channel');
  await page.getByRole('radio', { name: /^Gmail/ }).check();
  await page.getByText(da('oauNoClient', { provider: 'Google' })).waitFor({ timeout: 30_000 });
  await look(page, 'no client', everyWidth);
  await next(da('oauNoClientLink'));
  for (const name of ['Gmail', 'Microsoft 365']) {
    const form = page.getByRole('form', { name, exact: true });
    await form.getByRole('button', { name: da('oauSave') }).click();
    await form.getByText(da('oauSecretMissing')).waitFor();
    if (name === 'Microsoft 365') await look(page, 'clients incomplete', everyWidth);
    await form.getByLabel(da('oauClientId')).fill('client-1');
    await form.getByLabel(da('oauSecret')).fill('hemmelig klient');
    if (name === 'Microsoft 365') await form.getByLabel(da('oauTenant')).fill('organizations');
    await form.getByRole('button', { name: da('oauSave') }).click();
    await form.getByText(da('oauClientSet'), { exact: true }).waitFor({ timeout: 30_000 });
  }
  await page
    .getByRole('form', { name: 'Gmail', exact: true })
    .getByRole('button', { name: da('oauRemove'), exact: true })
    .click();
  await page.getByText(da('oauRemoveSure', { provider: 'Google' })).waitFor();
  await look(page, 'clients', everyWidth);

  await toProvider('Gmail', 'Google');
  const refused = await atProvider('Google', 'Cancel');
  await refused.getByText(da('oauProblem_denied')).waitFor({ timeout: 30_000 });
  await look(refused, 'not signed in at the hub', everyWidth);
  await refused.close();
  await main().getByText(da('oauProblem_denied')).waitFor({ timeout: 30_000 });
  await look(page, 'sign-in denied', everyWidth);
  await next(da('oauAgain'));
  const done = await atProvider('Google', `Continue as ${gmail}`);
  await done.getByRole('heading', { name: da('oauPageDone') }).waitFor({ timeout: 30_000 });
  await look(done, 'signed in at the hub', everyWidth);
  await done.close();
  await page.getByText(da('oauSignedInAs', { address: gmail })).waitFor({ timeout: 30_000 });
  await page.getByRole('radio', { name: da('chnSinceDay') }).check();
  await page.getByLabel(da('chnSinceDayLabel')).waitFor();
  await look(page, 'how far back', everyWidth);

  const goOn = google.hold(/^GET .*\/messages\/\w+$/);
  await next(da('chnConnect'));
  await page.getByRole('heading', { level: 1, name: gmail }).waitFor({ timeout: 60_000 });
  await page.getByText(da('chnImported', { done: '0', found: '3' })).waitFor({ timeout: 60_000 });
  await look(page, 'history comes in', everyWidth);
  goOn();
  await connected();
  places.google = hash();
  await look(page, 'mailbox at Google', everyWidth);

  await toProvider('Microsoft 365', 'Microsoft');
  await signInAt('Microsoft', office);
  await page.getByText(da('oauSignedInAs', { address: office })).waitFor({ timeout: 30_000 });
  await next(da('chnConnect'));
  await page.getByRole('heading', { level: 1, name: office }).waitFor({ timeout: 60_000 });
  await connected();
  await page.getByText(da('oauNoFromName')).waitFor();
  places.microsoft = hash();
  await look(page, 'mailbox at Microsoft', everyWidth);
});

test('ALL-3 ALL-4 CHN-2 CHN-4 in Danish nothing is cut off of a mailbox with servers of its own that stops working, where it is told and mended, and axe finds nothing', async () => {
  await to('#/connect-channel');
  await next(da('chnGoOn'));
  await next(da('chnConsentAgree'));
  await page.getByLabel(da('chnAddress')).fill(own);
  await next(da('chnGoOn'));
  await page.getByText(da('chnPresetNone')).waitFor({ timeout: 60_000 });
  const [imap, smtp] = (['chnIncoming', 'chnOutgoing'] as const).map((key) => page.getByRole('group', { name: da(key) }));
  for (const [group, port] of [
    [imap, dovecot.imapsPort],
    [smtp, provider.port],
  ] as const) {
    await group?.getByLabel(da('chnHost')).fill('localhost');
    await group?.getByLabel(da('chnPort')).fill(String(port));
  }
  await page.getByLabel(da('chnPassword')).fill(password);
  await next(da('chnTest'));
  await page.getByText(da('chnTestedBoth')).waitFor({ timeout: 60_000 });
  await page.getByRole('radio', { name: da('chnSinceAll') }).check();
  await page.getByRole('checkbox', { name: da('chnArchived') }).check();
  await look(page, 'how far back, own servers', everyWidth);
  await next(da('chnConnect'));
  await page.getByRole('heading', { level: 1, name: own }).waitFor({ timeout: 60_000 });
  await connected();
  await page.getByText(da('chnArchiveMissing')).waitFor({ timeout: 60_000 });
  await look(page, 'no archive', everyWidth);
  places.own = hash();

  provider.password = 'ny kode';
  const panel = admin.page;
  await panel.bringToFront();
  await (await arrived(panel, `til ${own}`)).click();
  await threadOf(panel).first().waitFor();
  await panel.keyboard.press('r');
  await panel.getByRole('textbox', { name: da('replyText') }).click();
  await panel.keyboard.insertText('Svaret venter.');
  await panel.keyboard.press('Control+Enter');
  await threadOf(panel).getByText(da('deliveryChannelStopped')).waitFor({ timeout: 60_000 });
  await look(panel, 'mail that waits for its address', everyWidth);
  await panel.getByRole('button', { name: da('backToList') }).click();
  const notice = (at: Page) => at.getByRole('status').filter({ hasText: 'virker ikke siden' });
  await notice(panel).waitFor({ timeout: 60_000 });
  await look(panel, 'stopped notice', everyWidth);
  google.endConsent(gmail);
  await expect(notice(panel)).toContainText(da('chnStoppedMore_one', { count: '1' }), { timeout: 60_000 });
  await look(panel, 'stopped notice of two', everyWidth);
  const tab = await admin.context.newPage();
  await tab.goto(new URL('popup.html', panel.url()).href);
  await notice(tab).waitFor();
  await look(tab, 'popup stopped notice', [380]);
  await tab.goto(new URL('inbox.html', panel.url()).href);
  await notice(tab).waitFor();
  await look(tab, 'page stopped notice', everyWidth);
  await tab.close();

  await page.bringToFront();
  await to(places.own);
  const standing = page.getByRole('region', { name: da('chnStandingOf') });
  await standing.getByRole('alert').waitFor({ timeout: 30_000 });
  await look(page, 'failing mailbox', everyWidth);
  await next(da('chnSignInAgain'));
  await page.getByLabel(da('chnPassword')).fill('forkert');
  await look(page, 'sign in again', everyWidth);
  await next(da('chnSignInSave'));
  await standing.getByText('Authentication failed').nth(1).waitFor({ timeout: 60_000 });
  await look(page, 'sign in again refused', everyWidth);
  provider.password = password;
  await page.getByLabel(da('chnPassword')).fill(password);
  await next(da('chnSignInSave'));
  await connected();
  await next(da('chnDisconnect'));
  await lookAtDialog(page, 'disconnect', everyWidth);
  await next(da('chnDisconnect'));
  await page
    .getByRole('dialog')
    .getByRole('button', { name: da('chnDisconnectDo'), exact: true })
    .click();
  await page.getByText(da('chnSignedOutWhat')).waitFor({ timeout: 30_000 });
  await look(page, 'disconnected mailbox', everyWidth);

  await to(places.google);
  await standing.getByRole('alert').waitFor({ timeout: 30_000 });
  await look(page, 'failing mailbox at Google', everyWidth);
  await next(da('chnSignInAgain'));
  await standing.getByRole('link', { name: da('oauOpen', { provider: 'Google' }) }).waitFor({ timeout: 30_000 });
  await look(page, 'sign in again at Google', everyWidth);
  const wrong = await atProvider('Google', 'Continue as privat@firma.dk');
  await look(wrong, 'wrong account at the hub', everyWidth);
  await wrong.close();
  await standing.getByText(da('oauProblem_wrong-account', { address: 'privat@firma.dk' })).waitFor({ timeout: 30_000 });
  await look(page, 'wrong account', everyWidth);
  await next(da('oauAgain'));
  await standing.getByRole('link', { name: da('oauOpen', { provider: 'Google' }) }).waitFor({ timeout: 30_000 });
  await signInAt('Google', gmail);
  await connected();
  await next(da('chnDisconnect'));
  await lookAtDialog(page, 'disconnect at Google', everyWidth);
});
