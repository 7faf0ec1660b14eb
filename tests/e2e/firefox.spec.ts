import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { findFirefox } from '../../scripts/find/firefox';
import { readZip } from '../support/read-zip';
import { FirefoxPage } from './support/firefox-page';
import { FirefoxSession } from './support/firefox-session';
import { HubProcess } from './support/hub-process';
import { poll } from './support/poll';
import { sendMail } from './support/send-mail';

const folder = fileURLToPath(new URL('../../.output/firefox-mv3', import.meta.url));
const uuid = '5a3d0c1e-7f52-4b0a-9b60-0c1de5a17a1e';
const page = (path: string) => `moz-extension://${uuid}/${path}`;
const downloads = mkdtempSync(join(tmpdir(), 'samtale-downloads-'));

let hub: HubProcess;
let firefox: FirefoxSession;
/** The tab there is. */
let context: string;

// One Firefox for all: what the first signs in to the others work with.
test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  const program = findFirefox();
  if (!program) throw new Error('no Firefox was found: install firefox-esr, or name its program in FIREFOX');
  if (!existsSync(folder)) throw new Error(`${folder} is not built: npm test -- build`);
  hub = await HubProcess.start({ sample: true });
  firefox = await FirefoxSession.start(program, {
    // Every installation gets an origin of its own; here one the test knows.
    'extensions.webextensions.uuids': JSON.stringify({ 'samtale@samtale.example': uuid }),
    'xpinstall.signatures.required': false,
    'intl.accept_languages': 'en-GB, en',
    'datareporting.policy.dataSubmissionEnabled': false,
    'browser.download.folderList': 2,
    'browser.download.dir': downloads,
  });
  await firefox.send('webExtension.install', { extensionData: { type: 'path', path: folder } });
  const [first] = await firefox.contexts();
  if (!first) throw new Error('Firefox has no tab');
  context = first.context;
});
test.afterAll(async () => {
  await firefox?.close();
  await hub?.stop();
  rmSync(downloads, { recursive: true, force: true });
});

const tab = new FirefoxPage((expression) => firefox.evaluate(context, expression));
/** A page of ours in a tab sees the real sidebar's window: Firefox lists it for no driver. */
const sidebar = new FirefoxPage((expression) =>
  firefox.evaluate(
    context,
    `((window, document) => ${expression})(...browser.extension.getViews({ type: 'sidebar' }).flatMap((w) => [w, w.document]))`,
  ),
);
async function open(url: string) {
  // By way of an empty page, or the one before could pass for it.
  for (const place of ['about:blank', url]) {
    // Firefox changes process for pages of an extension, and the driver never hears that they have loaded.
    await firefox.send('browsingContext.navigate', { context, url: place, wait: 'none' });
    const there = `location.href.startsWith(${JSON.stringify(place)}) && document.readyState === 'complete'`;
    await expect.poll(() => tab.see(there).catch(() => false), place).toBe(true);
  }
}
const rows = (at: FirefoxPage) => at.count('[role=option]');
const isOpen = () => firefox.driver.inBrowser('return SidebarController.isOpen');

/** What one question to a table of the workspace's store answers. */
const fromStore = (table: string, mode: 'readonly' | 'readwrite', ask: string) => `(async () => {
  const name = (await indexedDB.databases()).map((one) => one.name).find((one) => one.startsWith('samtale-'));
  const until = (asked) => new Promise((done, fail) => { asked.onsuccess = () => done(asked.result); asked.onerror = () => fail(asked.error); });
  const db = await until(indexedDB.open(name));
  const answer = await until((${ask})(db.transaction('${table}', '${mode}').objectStore('${table}')));
  db.close();
  return answer;
})()`;

/** The event page, as the browser itself sees it. */
const ofExtension = (expression: string) =>
  firefox.driver.inBrowser(`
    const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
    const extension = ExtensionParent.GlobalManager.getExtension('samtale@samtale.example');
    return ${expression};`);
const background = () => ofExtension('extension.backgroundState');
/** As the browser does with one that has nothing to do. */
async function stopBackground() {
  await ofExtension('extension.terminateBackground({ ignoreDevToolsAttached: true })');
  await expect.poll(background).toBe('stopped');
}
/** Alt+Shift and a letter, with the focus in the browser's own window. */
async function pressKey(letter: 'S' | 'Q') {
  await firefox.driver.inBrowser("document.getElementById('urlbar-input').focus();");
  await firefox.driver.press('\uE00A', '\uE008', letter);
}
/** The extension's button, in the list behind the one with the puzzle piece. */
const pressToolbarButton = () =>
  firefox.driver.inBrowser(`
    await gUnifiedExtensions.togglePanel();
    const panel = document.getElementById('unified-extensions-panel');
    const find = () => panel.querySelector('[data-extensionid="samtale@samtale.example"] .unified-extensions-item-action-button');
    while (panel.state !== 'open' || !find()) await new Promise((again) => setTimeout(again, 50));
    find().click();`);

/** Quick triage stands under the button with its rows, in no window of its own; closes it again. */
async function triageUnderButton() {
  const popup = "browser.extension.getViews({ type: 'popup' })";
  await expect.poll(() => tab.see(`${popup}.map((one) => one.document.querySelectorAll('[role=option]').length)[0] ?? 0`)).toBeGreaterThan(0);
  expect(await tab.see('browser.windows.getAll().then((all) => all.length)')).toBe(1);
  await tab.see(`${popup}.forEach((one) => one.close())`);
  await expect.poll(() => tab.see(`${popup}.length`)).toBe(0);
}

test('SUR-8 the real sidebar signs in to a hub, shows mail as it comes, and acts; the full page opens in a tab', async () => {
  // The invitation opens the hub's web session, as the link in a mail would.
  await firefox.send('browsingContext.navigate', { context, url: hub.invitation, wait: 'complete' });
  await tab.see("document.querySelector('form button[type=submit]').click()");
  await expect.poll(() => tab.see("document.readyState === 'complete' && !document.querySelector('form')").catch(() => false)).toBe(true);

  await open(page('inbox.html'));
  expect(await isOpen()).toBe(true);
  const kinds = await tab.see('browser.runtime.getContexts({}).then((all) => all.map((one) => one.contextType))');
  expect(kinds).toContain('SIDE_PANEL');
  await expect.poll(sidebar.text).toContain('Where shall your conversations be?');
  await sidebar.fill('Address of the hub', hub.url);
  await sidebar.click('button[type=submit]', 'Connect');
  await expect.poll(() => rows(sidebar), { timeout: 60_000 }).toBeGreaterThan(3);

  await sendMail(hub.smtp, {
    from: '"Karen Blixt" <karen@mail.example>',
    to: 'erhverv@havnegaard.example',
    subject: 'Fra en ræv',
    text: 'Hej\n\nKommer den?',
  });
  await expect.poll(sidebar.text, { timeout: 30_000 }).toContain('Fra en ræv');
  await sidebar.click('[role=option]', 'Fra en ræv');
  await expect.poll(sidebar.text).toContain('Kommer den?');
  await sidebar.click('button', 'Close');
  await expect.poll(sidebar.text).toContain('Closed “Fra en ræv”');
  await sidebar.click('button', 'Undo');
  await expect.poll(sidebar.text).not.toContain('Closed “Fra en ræv”');

  // The full page in the tab was signed in with it.
  await expect.poll(() => rows(tab)).toBeGreaterThan(3);
});

test('SUR-8 the key and the toolbar button show and hide the sidebar, also while the event page sleeps; where one chose so the button opens quick triage', async () => {
  // No page of ours is open besides the sidebar: one would wake the event page by itself.
  await open('about:blank');
  await pressKey('S');
  await expect.poll(isOpen).toBe(false);
  await pressKey('S');
  await expect.poll(isOpen).toBe(true);
  await pressToolbarButton();
  await expect.poll(isOpen).toBe(false);
  await stopBackground();
  await pressToolbarButton();
  await expect.poll(isOpen).toBe(true);
  await expect.poll(background).toBe('running');

  await open(page('options.html#/appearance'));
  await tab.click('label', 'Quick triage');
  await expect.poll(() => tab.see('browser.action.getPopup({})')).toBe(page('popup.html'));
  await pressToolbarButton();
  await triageUnderButton();
  await tab.click('label', 'The side panel');
  await expect.poll(() => tab.see('browser.action.getPopup({})')).toBe('');

  // Its own key opens it under the button all the same.
  await open(page('manifest.json'));
  await pressKey('Q');
  await triageUnderButton();
  await stopBackground();
  await pressKey('Q');
  await triageUnderButton();
});

test('SUR-8 K19 an event page that was stopped wakes for what one does, and without any page by its alarm for what came', async () => {
  await open(page('inbox.html'));
  await expect.poll(() => rows(sidebar)).toBeGreaterThan(3);
  await expect.poll(sidebar.text).toContain('Up to date');
  await stopBackground();
  await sidebar.click('[role=switch]', '');
  await expect.poll(background).toBe('running');
  await expect.poll(sidebar.text).toContain('Up to date');
  await sidebar.click('[role=switch]', '');
  await expect.poll(sidebar.text).toContain('Up to date');

  // A page of the extension without any of its code, from which its storage is reached.
  await pressKey('S');
  await expect.poll(isOpen).toBe(false);
  await open(page('manifest.json'));
  await stopBackground();
  await sendMail(hub.smtp, { from: 'karen@mail.example', to: 'erhverv@havnegaard.example', subject: 'Fra en ugle', text: 'Hej' });
  const subjects = () => tab.see(fromStore('conversations', 'readonly', '(table) => table.getAll()')).then(JSON.stringify);
  expect(await subjects()).not.toContain('Fra en ugle');
  await expect.poll(subjects, { timeout: 100_000 }).toContain('Fra en ugle');
  await pressKey('S');
  await expect.poll(isOpen).toBe(true);
});

test('CHN-4 SUR-8 a channel that has stopped is told by a notice, which goes when it works again', async () => {
  await open(page('manifest.json'));
  const row = {
    id: '01900000-0000-7000-8000-0000000000fe',
    space: 'owners:planted',
    inboxId: '01900000-0000-7000-8000-0000000000fd',
    inboxName: 'Løn',
  };
  const told = () => tab.see('browser.notifications.getAll().then((all) => Object.keys(all).filter((name) => name.startsWith("stop|")))');
  await tab.see(
    fromStore(
      'stoppedChannels',
      'readwrite',
      `(table) => table.put(${JSON.stringify({ ...row, address: 'loen@firma.dk', since: Date.now(), version: 1 })})`,
    ),
  );
  await sendMail(hub.smtp, { from: 'karen@mail.example', to: 'erhverv@havnegaard.example', subject: 'Fra en odder', text: 'Hej' });
  await expect.poll(told, { timeout: 100_000 }).toEqual([expect.stringContaining(row.id)]);
  await tab.see(fromStore('stoppedChannels', 'readwrite', `(table) => table.delete(${JSON.stringify(row.id)})`));
  await sendMail(hub.smtp, { from: 'karen@mail.example', to: 'erhverv@havnegaard.example', subject: 'Fra en mår', text: 'Hej' });
  await expect.poll(told, { timeout: 100_000 }).toEqual([]);
});

test('SUR-8 INB-5 ALL-5 settings hold in every page at once; what was sent where and what the browser allows stand there', async () => {
  await open(page('options.html#/appearance'));
  const root = (name: string) => sidebar.see(`document.documentElement.getAttribute(${JSON.stringify(name)})`);
  await tab.click('label', 'Dark');
  await expect.poll(() => root('data-theme')).toBe('dark');
  await tab.click('label', 'Dansk');
  await expect.poll(() => root('lang')).toBe('da');
  await expect.poll(tab.text).toContain('Udseende og sprog');
  await tab.click('label', 'Som browseren');
  await tab.click('label', 'As the system');
  await expect.poll(() => root('lang')).toBe('en');
  await open(page('options.html#/privacy'));
  await expect.poll(tab.text).toContain(new URL(hub.url).host);
  for (const words of ['Signing in', 'Conversations and acts', 'Open connection for news', 'unlimitedStorage', 'contextMenus'])
    expect(await tab.text()).toContain(words);
  await open(page('options.html#/device'));
  await expect.poll(tab.text).toMatch(/ used of .* the browser allows/);
  await expect.poll(tab.text).toContain('Havnegaard');
});

test('SUR-4 SUR-8 quick triage in a tab shows the newest and acts by one key', async () => {
  await sendMail(hub.smtp, { from: 'karen@mail.example', to: 'erhverv@havnegaard.example', subject: 'Fra en grævling', text: 'Hej' });
  await open(page('popup.html'));
  await expect.poll(tab.text, { timeout: 30_000 }).toContain('Fra en grævling');
  await tab.click('[role=option]', 'Fra en grævling');
  await tab.press('e');
  await expect
    .poll(() => tab.see("[...document.querySelectorAll('[role=option]')].map((one) => one.textContent).join()"))
    .not.toContain('Fra en grævling');
  await sidebar.click('nav button', 'More');
  await sidebar.click('[role=menuitem]', 'All closed');
  await expect.poll(sidebar.text).toContain('Fra en grævling');
});

test('ALL-6 SUR-8 SUR-9 without a hub: a mail is imported, all is exported into the downloads, and comes back from there', async () => {
  await open(page('inbox.html'));
  await tab.click('button', 'Language, theme and session');
  await tab.click('[role=menuitem]', 'Add a workspace');
  await tab.click('dialog label', 'On this computer');
  await tab.fill('Your name', 'Ida Berg');
  await tab.fill('Your own e-mail addresses', 'ida@firma.example');
  await tab.click('dialog button', 'Begin');
  await expect.poll(tab.text).toContain('No mail here yet');
  await tab.click('button', 'Language, theme and session');
  await tab.click('[role=menuitem]', 'Import mail');
  const mail =
    'Message-ID: <1@kunde.example>\r\nDate: Mon, 2 Mar 2026 10:00:00 +0100\r\nFrom: Per Holm <per@kunde.example>\r\nTo: ida@firma.example\r\nSubject: Borde\r\n\r\nHvad koster et bord?\r\n';
  await tab.choose('dialog input[type=file]', { name: 'borde.eml', bytes: Buffer.from(mail) });
  await expect.poll(tab.text, { timeout: 30_000 }).toContain('1 new');
  await tab.click('dialog button', 'Close');
  await tab.click('[role=option]', 'Borde');
  await expect.poll(tab.text).toContain('Hvad koster et bord?');

  await open(page('options.html#/device'));
  await tab.click('button', 'Export everything of On this computer');
  await tab.click('dialog button.fill', 'Export everything');
  await expect.poll(tab.text, { timeout: 30_000 }).toContain('The archive is whole');
  const file = await poll('the archive among the downloads', () => readdirSync(downloads).find((name) => /^samtale-.*\.zip$/.test(name)), 30_000);
  const place = join(downloads, file);
  const whole = () => (existsSync(`${place}.part`) || statSync(place).size === 0 ? undefined : readFileSync(place));
  const archive = await poll('it to be whole', whole, 30_000);
  expect([...readZip(archive).keys()].filter((path) => path.endsWith('.eml'))).toEqual(['mail/Inbox/2026-03-02 Borde.eml']);
  await tab.click('dialog button', 'Close');

  await tab.click('button', 'Delete this workspace');
  await tab.click('dialog button', 'Delete for good');
  await expect.poll(tab.text).not.toContain('On this computer');
  await tab.click('button', 'Bring an archive back');
  await tab.choose('dialog input[type=file]', { name: file, bytes: archive });
  await expect.poll(tab.text, { timeout: 30_000 }).toContain('Everything is back');
  await open(page('inbox.html'));
  await tab.click('[role=option]', 'Borde');
  await expect.poll(tab.text).toContain('Hvad koster et bord?');
});
