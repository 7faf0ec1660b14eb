import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { HoldingLine } from '../support/holding-line';
import { PrivateDovecot, password } from '../support/private-dovecot';
import { StubDns } from '../support/stub-dns';
import { SubmissionServer } from '../support/submission-server';
import { expect, test } from './fixtures';
import { administrator } from './support/administrator';
import { asksFirst } from './support/asks-first';
import { connect } from './support/connect';
import { arrivedRow, reply, settled } from './support/conversation';
import { HubProcess } from './support/hub-process';
import { browserOf, fillJoinForm, inviteByPanel, signedIn, someone } from './support/people';
import { poll } from './support/poll';
import { databaseNames, readConnections, readTable } from './support/read-store';
import { sendMail } from './support/send-mail';
import { violations } from './support/violations';

/** A real Dovecot, a provider's mail server, the internet's name server, a hub that trusts and asks them, and its first administrator: one browser for all of it. */
let dovecot: PrivateDovecot;
let provider: SubmissionServer;
let line: HoldingLine;
let dns: StubDns;
let hub: HubProcess;
let admin: Awaited<ReturnType<typeof browserOf>>;
let page: Page;
const folder = mkdtempSync(join(tmpdir(), 'samtale-ca-'));
const address = 'post@firma.dk';
/** Where the settings of the two addresses stand. */
let ofMailbox = '';
let ofHosted = '';

test.describe.configure({ mode: 'serial', timeout: 240_000 });
test.beforeAll(async () => {
  test.setTimeout(180_000);
  dovecot = await PrivateDovecot.start();
  provider = await SubmissionServer.start({ secure: true, ...dovecot.certificate });
  provider.password = password;
  writeFileSync(join(folder, 'ca.pem'), dovecot.certificate.cert);
  line = await HoldingLine.start(dovecot.imapsPort, { after: 1_200_000 });
  const announced = (service: string, port: number) => {
    const name = `_${service}._tcp.fundet.dk`;
    return { type: 'SRV' as const, name, priority: 0, weight: 0, port, target: 'localhost' };
  };
  dns = await StubDns.start([announced('imaps', line.port), announced('submissions', provider.port)]);
  hub = await HubProcess.start({
    env: {
      NODE_EXTRA_CA_CERTS: join(folder, 'ca.pem'),
      NODE_OPTIONS: `--import ${new URL('support/other-dns.mjs', import.meta.url)}`,
      OTHER_DNS: dns.server,
    },
  });
  for (const n of [1, 2, 3])
    dovecot.deliver(
      address,
      `From: Bo Kunde <bo${n}@kunde.dk>\r\nTo: ${address}\r\nSubject: Gammel sag ${n}\r\nMessage-ID: <gammel${n}@kunde.dk>\r\n\r\nHej igen\r\n`,
    );
  dovecot.deliver(
    address,
    `From: Ida Kunde <ida@kunde.dk>\r\nTo: ${address}\r\nSubject: Arkiveret sag\r\nMessage-ID: <arkiv@kunde.dk>\r\n\r\nTak\r\n`,
    {
      box: 'Archive',
    },
  );
  admin = await browserOf();
  await administrator(hub, admin);
  await admin.page.locator('header.bar').waitFor({ timeout: 60_000 });
  page = await admin.context.newPage();
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto(new URL('options.html', admin.page.url()).href);
});
test.afterAll(async () => {
  await admin?.close();
  await hub?.stop();
  await Promise.all([line?.close(), provider?.close(), dns?.close()]);
  await dovecot?.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** What lies outside the page at either side, or makes it scroll sideways. */
const stickingOut = (at: Page) =>
  at.evaluate(() =>
    [...document.querySelectorAll('main *, nav *')]
      .filter((node) => !node.closest('.sr-only, iframe'))
      .map((node) => ({ name: `${node.tagName} ${node.textContent?.slice(0, 40)}`, box: node.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 1 && (box.left < 0 || box.right > innerWidth + 0.5))
      .map(({ name }) => name),
  );
/** In the page: a channel that stopped in an inbox one is not in, as it comes to who has account access; `gone`: takes it out again. */
async function plantStop(gone: boolean) {
  const name = (await indexedDB.databases()).map((one) => one.name ?? '').find((one) => one.startsWith('samtale-'));
  const db = await new Promise<IDBDatabase>((done, fail) => {
    const asked = indexedDB.open(name ?? '');
    asked.onsuccess = () => done(asked.result);
    asked.onerror = () => fail(asked.error);
  });
  const tx = db.transaction('stoppedChannels', 'readwrite');
  const id = '01900000-0000-7000-8000-0000000000fe';
  const row = { id, space: 'owners:planted', inboxId: id, inboxName: 'Løn', address: 'loen@firma.dk', since: 1, version: 1 };
  if (gone) tx.objectStore('stoppedChannels').delete(id);
  else tx.objectStore('stoppedChannels').put(row);
  await new Promise<void>((done) => {
    tx.oncomplete = () => done();
  });
  db.close();
}
/** In the step of the servers: those of this file's provider. */
async function fillServers() {
  for (const [group, port] of [
    ['Incoming mail (IMAP)', dovecot.imapsPort],
    ['Outgoing mail (SMTP)', provider.port],
  ] as const) {
    await page.getByRole('group', { name: group }).getByLabel('Server').fill('localhost', { timeout: 60_000 });
    await page.getByRole('group', { name: group }).getByLabel('Port').fill(String(port));
  }
}
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
  await page.getByLabel('E-mail address').fill('havnegaard@gmail.com');
  await next('Continue');
  await expect(page.getByText('Gmail wants a password made for this use alone.')).toBeVisible();
  await expect(page.getByRole('link', { name: 'How, at support.google.com' })).toBeVisible();
  await next('Test');
  await expect(page.getByText('Write the password.')).toBeVisible();
  await next('Back');
  await page.getByLabel('E-mail address').fill(address);
  await next('Continue');
  await expect(page.getByText('We do not know the servers of this domain.')).toBeVisible({ timeout: 60_000 });
  await fillServers();
  await page.getByLabel('Password').fill('forkert');
  await next('Test');
  await expect(page.getByRole('alert').filter({ hasText: 'It said: “Authentication failed.”' })).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole('alert').filter({ hasText: 'Check both; many providers want the whole address' })).toHaveCount(2);
  expect(await violations(page)).toEqual([]);
  await page.getByLabel('Password').fill(password);
  await next('Test');
  await expect(page.getByText('Both servers let us in.')).toBeVisible({ timeout: 60_000 });
  const archived = page.getByRole('checkbox', { name: 'Archived mail as well' });
  await expect(archived).not.toBeChecked();
  await page.getByLabel('Only what comes from now on').check();
  await expect(archived).toBeHidden();
  await page.getByLabel('Everything in the inbox and Sent').check();
  await archived.check();
  await expect(archived).toHaveAccessibleDescription(/^What lies in the archive folder .* it comes in closed; everybody in /);
  expect(await violations(page)).toEqual([]);
  await next('Connect e-mail');
  await expect(page.getByRole('heading', { level: 1, name: address })).toBeVisible({ timeout: 60_000 });
  ofMailbox = new URL(page.url()).hash;
  await expect(page.getByText('Connected', { exact: true })).toBeVisible({ timeout: 60_000 });
  for (const n of [1, 2, 3]) await arrivedRow(admin.page, `Gammel sag ${n}`);
  await admin.page.getByRole('button', { name: 'More' }).click();
  await admin.page.getByRole('menuitem', { name: 'All closed' }).click();
  await arrivedRow(admin.page, 'Arkiveret sag');
  await admin.page.getByRole('button', { name: /^Unassigned/ }).click();
  await page.getByRole('link', { name: 'Show its conversations' }).click();
  await (await arrivedRow(page, 'Gammel sag 1')).click();
  await expect(page.getByRole('article').filter({ hasText: 'Hej igen' })).toBeVisible();
  await page.goto(new URL(`options.html${ofMailbox}`, admin.page.url()).href);
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

  await next('HTML');
  await signature.fill('<table><tr><td>{{agent.firstName}}</td></tr></table>');
  await expect(page.frameLocator('aside iframe').getByRole('cell', { name: 'Hub' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Simple' })).toHaveAttribute('aria-disabled', 'true');
  await expect(page.getByText('The simple editor would lose parts of this signature.')).toBeVisible();
  await next('Undo changes');
  await next('Simple');
  await expect(signature).toHaveText('Venlig hilsen Full name');

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

test('CHN-2 a mailbox whose server is away says that the hub goes on by itself, asks for no password, and works again when the server does', async () => {
  const state = page.getByRole('region', { name: 'State of the mailbox' });
  await dovecot.restart(async () => {
    // Two failures are kept quiet.
    await expect(page.getByText(/^Not working since \d\d:\d\d/)).toBeVisible({ timeout: 120_000 });
    await expect(state.getByRole('alert')).toHaveText(
      /^Incoming mail \(IMAP\), localhostThe mail server does not answer\. If it goes on, ask .*The hub tries again by itself/,
    );
    await expect(state.getByText('What comes in meanwhile is fetched when it works again.')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Sign in again' })).toHaveCount(0);
    await expect(state.getByRole('button', { name: 'Password and servers' })).toBeVisible();
    expect(await violations(page)).toEqual([]);
    // What is typed of it is there after a look at another page, but for the password; Cancel drops it.
    await state.getByRole('button', { name: 'Password and servers' }).click();
    await state.getByLabel('User name').fill('en anden');
    await state.getByLabel('Password', { exact: true }).fill('aldrig gemt');
    await page.getByRole('link', { name: 'Senders' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Senders' })).toBeVisible();
    expect(await asksFirst(page)).toBe(true);
    await page.evaluate((hash) => location.assign(hash), ofMailbox);
    await expect(state.getByLabel('User name')).toHaveValue('en anden');
    await expect(state.getByLabel('Password', { exact: true })).toHaveValue('');
    await state.getByRole('button', { name: 'Cancel' }).click();
    expect(await asksFirst(page)).toBe(false);
    await state.getByRole('button', { name: 'Password and servers' }).click();
    await expect(state.getByLabel('User name')).toHaveValue(address);
    await state.getByRole('button', { name: 'Cancel' }).click();
  });
  // It answers again, and nobody has to wait for the hub's next try.
  await state.getByRole('button', { name: 'Try now' }).click();
  await expect(page.getByText('Connected', { exact: true })).toBeVisible({ timeout: 30_000 });
});

test('CHN-2 CHN-4 one that is read and cannot send is told in panel, popup, page and by the browser, since when; signing in again mends it, what waited leaves and the notice goes', async () => {
  provider.password = 'ny kode';
  await reply(admin.page, 'Svaret venter.');
  const notice = admin.page.getByRole('status').filter({ hasText: /post@firma\.dk is not working since \d\d:\d\d/ });
  const waiting = admin.page.getByRole('article').filter({ hasText: 'Waiting: this address cannot send.' });
  await expect(waiting).toContainText('It said: “535 Authentication failed”', { timeout: 60_000 });
  expect(await violations(admin.page)).toEqual([]);
  await admin.page.getByRole('button', { name: 'Back to the list' }).click();
  await expect(notice).toBeVisible({ timeout: 60_000 });
  expect(await violations(admin.page)).toEqual([]);
  const popup = await admin.context.newPage();
  await popup.goto(new URL('popup.html', admin.page.url()).href);
  const inPopup = popup.getByRole('status').filter({ hasText: 'is not working since' });
  await expect(inPopup).toContainText(address);
  await expect(inPopup.getByRole('link', { name: 'Details' })).toHaveAttribute('href', `/options.html${ofMailbox}`);
  expect(await violations(popup)).toEqual([]);
  await popup.evaluate(plantStop, false);
  await popup.reload();
  await expect(inPopup).toContainText(/^loen@firma\.dk is not working since .+ and 1 more\. Somebody in Løn with account access can mend it\.$/);
  await popup.evaluate(plantStop, true);
  await popup.close();
  const worker = admin.context.serviceWorkers()[0];
  const told = async () => {
    const names = await worker?.evaluate(() => new Promise<string[]>((done) => chrome.notifications.getAll((all) => done(Object.keys(all)))));
    // The planted one is told or not, as it happens to be there when the worker looks.
    return names?.filter((name) => name.startsWith('stop|') && !name.endsWith('fe')).map((name) => `#/channel/${name.split('|')[2]}`);
  };
  await expect.poll(told, { timeout: 30_000 }).toEqual([ofMailbox]);
  const opened = admin.context.waitForEvent('page');
  await notice.getByRole('link', { name: 'Details' }).click();
  const details = await opened;
  const state = details.getByRole('region', { name: 'State of the mailbox' });
  await expect(state.getByRole('alert')).toHaveText(
    /^Outgoing mail \(SMTP\), localhostIt does not take this user name and password\..*It said: “535 Authentication failed”$/,
  );
  await expect(details.getByText(/^Cannot send since \d\d:\d\d/)).toBeVisible();
  expect(await violations(details)).toEqual([]);
  await details.getByRole('button', { name: 'Sign in again' }).click();
  await details.getByLabel('Password').fill(password);
  provider.password = password;
  await details.getByRole('button', { name: 'Test and sign in' }).click();
  await expect(details.getByText('Connected', { exact: true })).toBeVisible({ timeout: 60_000 });
  await expect(notice).toBeHidden({ timeout: 30_000 });
  await expect.poll(told, { timeout: 30_000 }).toEqual([]);
  await poll('the answer that waited', () => provider.received.find(({ raw }) => raw.includes('Svaret venter.')), 60_000);

  await details.getByRole('button', { name: 'Disconnect address' }).click();
  await details.getByRole('dialog').getByRole('button', { name: 'Disconnect', exact: true }).click();
  await expect(details.getByText(/^Disconnected since \d\d:\d\d/)).toBeVisible({ timeout: 30_000 });
  expect(await violations(details)).toEqual([]);
  await details.getByRole('link', { name: 'Connect e-mail' }).click();
  await details.getByRole('main').getByRole('button', { name: 'Continue', exact: true }).click();
  await details.getByRole('button', { name: 'Agree and continue' }).click();
  await details.getByLabel('E-mail address').fill(address);
  await expect(details.getByText(`${address} belongs to Inbox and is disconnected.`)).toBeVisible();
  expect(await violations(details)).toEqual([]);
  await details.getByRole('link', { name: 'Connect it again on its page' }).click();
  await expect(details.getByText(/^Disconnected since \d\d:\d\d/)).toBeVisible();
  await expect(details.getByRole('button', { name: 'Sign in again' })).toBeVisible();
  await details.close();
});

test('CHN-2 INB-3 forwarding: the hub’s address, that the internet does not reach it, and the provider’s code where it is needed', async () => {
  await page.getByRole('link', { name: 'inbox@samtale.example' }).click();
  ofHosted = new URL(page.url()).hash;
  await expect(page.getByRole('textbox', { name: 'Address of the hub' })).toHaveValue('inbox@samtale.example');
  await expect(page.getByText('No. samtale.example is a name that exists on this machine')).toBeVisible();
  await sendMail(hub.smtp, {
    from: 'Gmail Team <forwarding-noreply@google.com>',
    to: 'inbox@samtale.example',
    subject: '(#123456789) Gmail Forwarding Confirmation',
    text: 'Confirm: https://mail-settings.google.com/mail/vf-abc\n\nCancel: https://mail-settings.google.com/mail/uf-abc',
  });
  await expect(page.getByRole('textbox', { name: 'Code: 123456789' })).toHaveValue('123456789', { timeout: 60_000 });
  await expect(page.getByRole('link', { name: 'Confirm at mail-settings.google.com' })).toHaveAttribute('href', /vf-abc$/);
  expect(await violations(page)).toEqual([]);
  await (await arrivedRow(admin.page, 'Gmail Forwarding Confirmation')).click();
  await expect(admin.page.getByRole('article').getByRole('textbox', { name: 'Code: 123456789' })).toBeVisible();
  expect(await violations(admin.page)).toEqual([]);
});

test('CHN-5 what a colleague forwards to the hub’s address is logged to its original sender, and with the switch turned to the forwarder', async () => {
  await page.goto(new URL(ofHosted, page.url()).href);
  const forward = (customer: string, subject: string) =>
    sendMail(hub.smtp, {
      from: 'Hub administrator <administrator@samtale.example>',
      to: 'inbox@samtale.example',
      subject: `Fwd: ${subject}`,
      text: [
        '---------- Forwarded message ---------',
        `From: ${customer}`,
        'Date: Mon, Nov 2, 2026 at 9:00 AM',
        `Subject: ${subject}`,
        'To: <administrator@samtale.example>',
        '',
        '',
        `Hej, er ${subject.toLowerCase()} klar?`,
      ].join('\n'),
    });
  const opened = async (subject: string) => {
    await admin.page.getByRole('button', { name: 'Back to the list' }).click();
    const row = await arrivedRow(admin.page, subject);
    await expect(row).toHaveCount(1);
    const from = await row.locator('.nm').innerText();
    await row.click();
    await expect(admin.page.getByRole('article')).toContainText(`Hej, er ${subject.toLowerCase()} klar?`);
    return from;
  };
  await forward('Kari Lund <kari@kunde.dk>', 'Stolen');
  expect(await opened('Stolen')).toBe('Kari Lund');
  await expect(admin.page.getByRole('heading', { level: 1, name: 'Stolen', exact: true })).toBeVisible();
  await expect(admin.page.getByRole('article')).toContainText('Forwarded by');
  await expect(admin.page.getByRole('button', { name: /^Reply to Kari/ })).toBeVisible();

  await page.getByRole('link', { name: 'Automation' }).click();
  const original = page.getByRole('switch', { name: 'Forwarded mail belongs to the original sender' });
  await expect(original).toHaveAttribute('aria-checked', 'true');
  await original.click();
  await expect(original).toHaveAttribute('aria-checked', 'false');
  await settled(admin.page);
  await forward('Per Holm <per@kunde.dk>', 'Bordet');
  expect(await opened('Bordet')).toBe('Hub administrator');
  await expect(admin.page.getByRole('heading', { level: 1, name: 'Fwd: Bordet', exact: true })).toBeVisible();
  await expect(admin.page.getByRole('article')).not.toContainText('Forwarded by');
  await expect(admin.page.getByRole('button', { name: /^Reply to Hub/ })).toBeVisible();
});

test('INB-2 INB-3 a new inbox has an address of the hub’s at once, and mail to it arrives', async () => {
  await page.getByRole('link', { name: 'New inbox' }).click();
  await page.getByLabel('Name').fill('Løn og økonomi');
  await next('Create the inbox');
  await expect(page.getByRole('heading', { level: 1, name: 'Connect e-mail to Løn og økonomi' })).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText('has the address loen-og-oekonomi@samtale.example')).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await next('Not now');
  await expect(page.getByRole('heading', { level: 1, name: 'loen-og-oekonomi@samtale.example' })).toBeVisible();
  await expect(page.getByText('Mail to this address arrives in Løn og økonomi')).toBeVisible();
  await poll('the hub to know the address', async () => {
    const to = 'loen-og-oekonomi@samtale.example';
    return sendMail(hub.smtp, { from: 'eva@kunde.dk', to, subject: 'Min løn', text: 'Hej' }).catch(() => undefined);
  });
  await admin.page.getByRole('button', { name: 'Back to the list' }).click();
  await admin.page.locator('header.bar button').first().click();
  await admin.page.getByRole('menuitemradio', { name: 'Løn og økonomi' }).click();
  await arrivedRow(admin.page, 'Min løn');
});

test('CHN-1 a mailbox is connected while an inbox is made, and its first conversation is one press away', async () => {
  const own = 'indkoeb@firma.dk';
  dovecot.deliver(
    own,
    `From: Bo Kunde <bo9@kunde.dk>\r\nTo: ${own}\r\nSubject: Tilbud om reoler\r\nMessage-ID: <tilbud9@kunde.dk>\r\n\r\nVi kan levere 40 reoler.\r\n`,
  );
  await page.getByRole('link', { name: 'New inbox' }).click();
  await page.getByLabel('Name').fill('Indkøb');
  await next('Create the inbox');
  await expect(page.getByRole('heading', { level: 1, name: 'Connect e-mail to Indkøb' })).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole('combobox')).toHaveCount(0);
  await next('Continue');
  await next('Agree and continue');
  await page.getByLabel('E-mail address').fill(own);
  await next('Continue');
  await fillServers();
  await page.getByLabel('Password').fill(password);
  await next('Test');
  await page.getByLabel('Everything in the inbox and Sent').check({ timeout: 60_000 });
  await next('Connect e-mail');
  await expect(page.getByRole('heading', { level: 1, name: own })).toBeVisible({ timeout: 60_000 });
  await page.getByRole('link', { name: 'Show its conversations' }).click();
  await (await arrivedRow(page, 'Tilbud om reoler')).click();
  await expect(page.getByRole('article').filter({ hasText: 'Vi kan levere 40 reoler.' })).toBeVisible();
  await page.goto(new URL('options.html', admin.page.url()).href);
});

test('INB-4 an agent without account access sees how it is set, why it cannot be changed, and whom to ask', async () => {
  const person = someone();
  await admin.page.bringToFront();
  const link = await inviteByPanel(admin.page, { inboxes: ['Inbox'] });
  const colleague = await browserOf();
  try {
    await connect(colleague.context, colleague.page, link, (window) => fillJoinForm(window, person));
    await signedIn(colleague.page);
    await colleague.page.locator('header.bar').waitFor({ timeout: 60_000 });
    await colleague.page.goto(new URL(`options.html${ofMailbox}`, colleague.page.url()).href);
    await expect(colleague.page.getByText('Only agents with account access can change this.')).toBeVisible();
    await expect(colleague.page.getByRole('textbox', { name: 'Company name' })).not.toBeEditable();
    await expect(colleague.page.getByRole('main').getByRole('button', { name: /Save|Sign in again|Disconnect/ })).toHaveCount(0);
    expect(await violations(colleague.page)).toEqual([]);
    await colleague.page.goto(new URL('#/connect-channel', colleague.page.url()).href);
    await expect(colleague.page.getByText('Ask one of them: Hub administrator.')).toBeVisible();
  } finally {
    await colleague.close();
  }
});

test('CHN-2 a domain that names its own servers needs nothing filled in; history comes in since a day, and how far it is stands on screen', async () => {
  const found = 'sag@fundet.dk';
  const deliver = (n: number, subject: string, at: number) =>
    dovecot.deliver(
      found,
      `From: Kunde ${n} <kunde${n}@fund.dk>\r\nTo: ${found}\r\nDate: ${new Date(at).toUTCString()}\r\nSubject: ${subject} ${n}\r\nMessage-ID: <${n}@fund.dk>\r\n\r\nHej\r\n${`${'Fyld '.repeat(14)}\r\n`.repeat(140)}`,
      { at },
    );
  const minute = 60_000;
  const firstDay = new Date(2026, 5, 1).getTime();
  for (let n = 0; n < 5; n += 1) deliver(n, 'Fra før', firstDay - (n + 1) * minute);
  const since = 130;
  for (let n = 100; n < 100 + since; n += 1) deliver(n, 'Fra dagen', firstDay + (n - 99) * minute);

  await page.getByRole('link', { name: 'Connect e-mail' }).click();
  await next('Continue');
  await next('Agree and continue');
  await page.getByLabel('E-mail address').fill(found);
  await next('Continue');
  await expect(page.getByText('Your domain itself named these servers.')).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText('Servers', { exact: false }).filter({ hasText: 'localhost' }).first()).toBeVisible();
  expect(dns.questions).toContain('_imaps._tcp.fundet.dk');
  await page.getByLabel('Password').fill(password);
  await next('Test');
  await expect(page.getByText('Both servers let us in.')).toBeVisible({ timeout: 60_000 });
  await page.getByLabel('Since a day').check();
  const first = page.getByLabel('First day');
  for (const [typed, sentence] of [
    ['', 'Choose the first day.'],
    ['2126-06-01', 'This day has not come yet.'],
    ['0002-06-01', 'This cannot be the day.'],
  ] as const) {
    await first.fill(typed);
    await next('Connect e-mail');
    await expect(page.getByText(sentence)).toBeVisible();
    await expect(first).toBeFocused();
  }
  expect(await violations(page)).toEqual([]);
  await first.fill('2026-06-01');
  await next('Connect e-mail');
  await expect(page.getByRole('heading', { level: 1, name: found })).toBeVisible({ timeout: 60_000 });

  // The server has fallen silent in the middle of it.
  const far = page.getByText(/^\d+ of 130 mails$/);
  await expect(far).toBeVisible({ timeout: 60_000 });
  const bar = page.getByRole('progressbar');
  await expect.poll(async () => Number(await bar.getAttribute('aria-valuenow')), { timeout: 60_000 }).toBeGreaterThan(0);
  expect(Number(await bar.getAttribute('aria-valuenow'))).toBeLessThan(since);
  await expect(bar).toHaveAttribute('aria-valuemax', String(since));
  expect(await violations(page)).toEqual([]);
  line.release();
  await expect(page.getByText('Connected', { exact: true })).toBeVisible({ timeout: 60_000 });
  await expect(far).toHaveCount(0);

  const [connection] = await readConnections(page);
  const subjects = async () => {
    const rows = (await readTable(page, `samtale-${connection?.id}`, 'conversations')) as { subject: string }[];
    return rows.map(({ subject }) => subject).filter((subject) => subject.startsWith('Fra '));
  };
  await expect.poll(async () => (await subjects()).length, { timeout: 60_000 }).toBe(since);
  expect((await subjects()).filter((subject) => subject.startsWith('Fra før'))).toEqual([]);
});

test('at 400 px, light and dark, in Danish, nothing sticks out', async () => {
  await page.goto(new URL('#/appearance', page.url()).href);
  await page.getByLabel('Dansk').check();
  await page.setViewportSize({ width: 400, height: 800 });
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    for (const place of [ofMailbox, ofHosted, '#/connect-channel', '#/new-inbox']) {
      await page.goto(new URL(place, page.url()).href);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expect.poll(() => stickingOut(page), `${place}, ${colorScheme}`).toEqual([]);
      expect(await violations(page)).toEqual([]);
    }
  }
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
