import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { asksFirst } from './support/asks-first';
import { openFullPage } from './support/full-page';
import { HubProcess } from './support/hub-process';
import { type Launched, launchExtension } from './support/launch-extension';
import { databaseNames, readConnections, readTable, type StoredConnection } from './support/read-store';
import { signIn } from './support/sign-in';
import { violations } from './support/violations';

// One browser for all, and a hub of its own: the last test signs out, which ends the web session other specs come with.
let hub: HubProcess;
let launched: Launched;
let home: string;
let panel: Page;

test.beforeAll(async () => {
  hub = await HubProcess.start({ sample: true });
  launched = await launchExtension();
  const { context } = launched;
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  home = new URL('/', worker.url()).href;
  panel = await context.newPage();
  await panel.setViewportSize({ width: 400, height: 800 });
  await panel.goto(`${home}options.html`);
  await expect(panel.getByRole('link', { name: 'Appearance and language' })).toBeVisible();
  await panel.goto(`${home}sidepanel.html`);
  await signIn(context, panel, hub);
});

test.afterAll(async () => {
  await launched?.close();
  await hub?.stop();
});

const rail = (page: Page) => page.getByRole('navigation', { name: 'Settings' });

async function settings(section = '', width = 1280): Promise<Page> {
  const page = await launched.context.newPage();
  await page.setViewportSize({ width, height: 900 });
  await page.goto(`${home}options.html#/${section}`);
  return page;
}

/** Every address the rail leads to, as one sees it there. */
const addresses = (page: Page) =>
  page.locator('.settings-rail a[href^="#/"]').evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));

/** What this device knows of the signed-in agent's role; the hub's own row is left alone. */
async function plantRole(page: Page, superAdmin: boolean) {
  const [connection] = (await readConnections(page)) as [StoredConnection];
  await page.evaluate(
    async ([database, agentId, may]) => {
      const opened = await new Promise<IDBDatabase>((done, fail) => {
        const asked = indexedDB.open(database);
        asked.onsuccess = () => done(asked.result);
        asked.onerror = () => fail(asked.error);
      });
      const store = opened.transaction('agents', 'readwrite').objectStore('agents');
      await new Promise<void>((done, fail) => {
        const asked = store.get(agentId);
        asked.onerror = () => fail(asked.error);
        asked.onsuccess = () => {
          store.put({ ...asked.result, superAdmin: may, accountAccess: may }).onsuccess = () => done();
        };
      });
      opened.close();
    },
    [`samtale-${connection.id}`, connection.agentId, superAdmin] as const,
  );
}

/** Makes a copy one that is larger than any budget but the largest and was not looked at for years. */
const plantCopy = (page: Page, database: string, id: string) =>
  page.evaluate(
    async ([name, key]) => {
      const opened = await new Promise<IDBDatabase>((done, fail) => {
        const asked = indexedDB.open(name);
        asked.onsuccess = () => done(asked.result);
        asked.onerror = () => fail(asked.error);
      });
      await new Promise<void>((done) => {
        const row = { id: key, kind: 'html', size: 900_000_000, at: 1 };
        opened.transaction('kept', 'readwrite').objectStore('kept').put(row).onsuccess = () => done();
      });
      opened.close();
    },
    [database, id] as const,
  );

test('INB-5 the settings are one press away in panel and page, and lead back to where one was', async () => {
  const opened = launched.context.waitForEvent('page');
  await panel.getByRole('button', { name: 'Language, theme and session' }).click();
  await panel.getByRole('menuitem', { name: 'Settings' }).click();
  const page = await opened;
  await page.setViewportSize({ width: 1280, height: 900 });
  await expect(page).toHaveURL(/options\.html#\/inbox\/[\w-]{36}$/);
  await expect(rail(page).locator('[aria-current="page"]')).toHaveCount(1);
  await page.close();

  // At the bottom left: the inbox's own, or at once those of a channel of it.
  const shortcut = panel.locator('footer').getByRole('button', { name: 'Settings' });
  await shortcut.focus();
  await panel.keyboard.press('ArrowDown');
  const items = panel.getByRole('menu', { name: 'Settings' }).getByRole('menuitem');
  await expect(items.first()).toBeFocused();
  await expect(items.first()).toHaveText('Inbox settings');
  const address = (await items.nth(1).textContent()) ?? '';
  expect(address).toContain('@');
  expect(await violations(panel)).toEqual([]);
  const ofChannel = launched.context.waitForEvent('page');
  await panel.keyboard.press('ArrowDown');
  await expect(items.nth(1)).toBeFocused();
  await panel.keyboard.press('Enter');
  const channelPage = await ofChannel;
  await expect(channelPage).toHaveURL(/options\.html#\/channel\/[\w-]{36}$/);
  await expect(channelPage.getByRole('heading', { level: 1 })).toContainText(address);
  await channelPage.close();

  const tab = await openFullPage(launched.context, panel);
  const at = tab.url();
  await tab.getByRole('button', { name: 'Settings', exact: true }).click();
  await tab.getByRole('menuitem', { name: address }).click();
  await expect(tab.getByRole('heading', { level: 1 })).toContainText(address);
  await tab.goBack();
  await tab.getByRole('listbox').waitFor();
  await tab.getByRole('button', { name: 'Settings', exact: true }).click();
  await tab.getByRole('menuitem', { name: 'Inbox settings' }).click();
  await rail(tab).getByRole('link', { name: 'Appearance and language' }).click();
  await expect(tab.getByRole('heading', { level: 1, name: 'Appearance and language' })).toBeVisible();
  await expect(tab).toHaveTitle('Appearance and language · Samtale');
  await rail(tab).getByRole('link', { name: 'Back to the inbox' }).click();
  await tab.getByRole('listbox').waitFor();
  await expect(tab).toHaveURL(at);
  await tab.close();
});

test('ALL-3 ALL-4 theme, density and language hold at once, in every page that is open, and in one opened later', async () => {
  const page = await settings('appearance');
  await page.getByRole('radio', { name: 'Dark' }).check();
  await expect(panel.locator('html')).toHaveAttribute('data-theme', 'dark');
  const heightIn = async (surface: Page) => (await surface.getByRole('listbox').getByRole('option').first().boundingBox())?.height;
  const later = async (file: string) => {
    const opened = await launched.context.newPage();
    await opened.setViewportSize({ width: 400, height: 560 });
    await opened.goto(`${home}${file}`);
    return opened;
  };
  // As tall as the design has them.
  await expect.poll(() => heightIn(panel)).toBe(78);
  for (const [density, tall] of [
    ['Two lines', 55],
    ['Three lines', 78],
    ['Two lines', 55],
  ] as const) {
    await page.getByRole('radio', { name: density }).check();
    await expect.poll(() => heightIn(panel)).toBe(tall);
  }
  await page.getByRole('radio', { name: 'Dansk' }).check();
  await expect(page.getByRole('heading', { level: 1, name: 'Udseende og sprog' })).toBeVisible();
  await expect(panel.locator('html')).toHaveAttribute('lang', 'da');
  for (const file of ['sidepanel.html', 'popup.html', 'inbox.html']) {
    const surface = await later(file);
    await expect.poll(() => heightIn(surface), file).toBe(55);
    await expect(surface.locator('html'), file).toHaveAttribute('data-theme', 'dark');
    await expect(surface.locator('html'), file).toHaveAttribute('lang', 'da');
    await surface.close();
  }
  await page.getByRole('radio', { name: 'Som browseren' }).check();
  await page.getByRole('radio', { name: 'As the system' }).check();
  await page.getByRole('radio', { name: 'Three lines' }).check();
  await expect(panel.locator('html')).toHaveAttribute('lang', 'en');
  await expect.poll(() => heightIn(panel)).toBe(78);
  await page.close();
});

test('ALL-2 a key is changed per device: a conflict is named, menus, key sheet and the key itself follow, and all go back', async () => {
  const page = await settings('keyboard');
  const change = (action: string) => page.getByRole('button', { name: `Change the key: ${action}`, exact: true });
  const line = (action: string) => page.getByRole('listitem').filter({ has: change(action) });
  await expect(page.getByRole('region', { name: 'Keys that stay' }).getByRole('listitem').filter({ hasText: 'Select the whole view' })).toContainText(
    'Ctrl A',
  );
  await change('Keys').click();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('alert').filter({ hasText: 'moves about' })).toBeVisible();
  await page.keyboard.press('y');
  await expect(line('Keys')).toContainText('Y');
  await expect(change('Keys')).toBeFocused();

  await change('Next').click();
  await page.keyboard.press('k');
  await expect(page.getByRole('alert').filter({ hasText: 'K does: Previous' })).toBeVisible();
  await page.getByRole('button', { name: 'Use it here' }).click();
  await expect(line('Previous')).toContainText('No key');
  await expect(line('Next')).toContainText('K');

  await panel.bringToFront();
  await panel.getByRole('listbox').focus();
  await panel.keyboard.press('?');
  await expect(panel.getByRole('dialog')).toHaveCount(0);
  await panel.getByRole('button', { name: 'Language, theme and session' }).click();
  await expect(panel.getByRole('menuitem', { name: /^Keys/ })).toHaveAttribute('aria-keyshortcuts', 'Y');
  await panel.keyboard.press('Escape');
  await panel.keyboard.press('y');
  await expect(panel.getByRole('dialog').getByText('Previous')).toHaveCount(0);
  await expect(panel.getByRole('dialog')).toContainText('KNext');
  await expect(panel.getByRole('dialog')).toContainText('Ctrl ASelect the whole view');
  await panel.keyboard.press('Escape');

  await page.bringToFront();
  await page.getByRole('button', { name: 'Back to J: Next' }).click();
  await expect(line('Next')).toContainText('J');
  await page.getByRole('button', { name: 'Reset all' }).click();
  await expect(line('Previous')).toContainText('K');
  await expect(page.getByRole('button', { name: /^Back to [^t]/ })).toHaveCount(0);
  await page.close();
});

test('INB-2 CHN-12 one changes one’s own name and the workspace’s, and how many tickets a contact may have; menus and rows say it at once', async () => {
  const page = await settings('people');
  const me = page.getByRole('listitem').filter({ hasText: '(you)' });
  const before = (await me.locator('.wrap-anywhere').first().textContent())?.replace(/ \(you\)$/, '') ?? '';
  await me.getByRole('button', { name: `Change the name of ${before}` }).click();
  const name = page.getByLabel('Name, as customers and colleagues read it');
  await expect(name).toBeFocused();
  await name.fill(' ');
  await expect(page.getByText('A name is needed.')).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await name.fill('Mette Holm Krag');
  await name.press('Enter');
  await expect(me).toContainText('Mette Holm Krag (you)');
  await expect(page.getByRole('button', { name: 'Change the name of Mette Holm Krag' })).toBeFocused();
  const another = page.getByLabel('Another address');
  await another.fill('kundeservice@havnegaard.example');
  await expect(page.getByText('kundeservice@havnegaard.example is connected already')).toBeVisible();
  await another.fill('mette@privat.example');
  await another.press('Enter');
  const remove = me.getByRole('button', { name: 'Remove mette@privat.example' });
  await expect(remove).toBeVisible();
  await expect(another).toHaveValue('');
  expect(await violations(page)).toEqual([]);
  await remove.click();
  await expect(remove).toBeHidden();
  const limit = page.getByLabel('Tickets a contact may have');
  await expect(limit).toHaveValue('1000');
  await limit.fill('0');
  await expect(page.getByText('A whole number from 1 to 100,000')).toBeVisible();
  await limit.fill('2000');
  await limit.press('Enter');
  await expect(page.getByRole('region', { name: 'A contact may have 2,000 tickets' })).toBeVisible();
  await limit.fill('1000');
  await limit.press('Enter');
  await expect(page.getByRole('region', { name: 'A contact may have 1,000 tickets' })).toBeVisible();
  await page.getByLabel('Name of the workspace').fill('Havnegaard Møbler');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('button', { name: 'Save' })).toHaveCount(0);
  expect(await violations(page)).toEqual([]);
  await page.close();
  await panel.bringToFront();
  await expect(async () => {
    await panel.getByRole('button', { name: 'Language, theme and session' }).click();
    await expect(panel.getByText('Mette Holm Krag · Havnegaard Møbler')).toBeVisible({ timeout: 1000 });
  }).toPass({ timeout: 30_000 });
  await panel.keyboard.press('Escape');
  const said = await fetch(`${hub.url}/hub`);
  expect(await said.json()).toMatchObject({ name: 'Havnegaard Møbler' });
});

test('ALL-5 what was sent where stands in a table, without a word of it, and can be cleared; each permission says what it is for', async () => {
  const page = await settings('privacy');
  const { host } = new URL(hub.url);
  const log = page.getByRole('region', { name: 'What was sent where' });
  await expect(log.getByRole('rowheader', { name: host })).toBeVisible();
  for (const kind of ['Signing in', 'Conversations and acts', 'Open connection for news'])
    await expect(log.getByRole('cell', { name: kind })).toBeVisible();
  const kept = await page.evaluate(async () => {
    const opened = await new Promise<IDBDatabase>((done, fail) => {
      const asked = indexedDB.open('samtale');
      asked.onsuccess = () => done(asked.result);
      asked.onerror = () => fail(asked.error);
    });
    const row = await new Promise((done) => {
      const asked = opened.transaction('settings').objectStore('settings').get('network-log');
      asked.onsuccess = () => done(asked.result);
    });
    opened.close();
    return JSON.stringify(row);
  });
  expect(kept).toContain(host);
  expect(kept).not.toMatch(/Bearer|refresh|havnegaard|\/sync/);
  const permissions = page.getByRole('region', { name: 'What the browser lets Samtale do' }).getByRole('listitem');
  await expect(permissions).toHaveCount(9);
  for (const line of await permissions.allInnerTexts()) expect(line).toMatch(/\w+\s+[A-Z].*\./s);
  await log.getByRole('button', { name: 'Clear the log' }).click();
  await expect(log.getByText('The log is empty')).toBeVisible();
  await panel.getByRole('listbox').focus();
  await page.close();
});

test('INB-2 INB-4 an inbox is renamed, a member taken out and let in again, account access given; who may not sees it with the reason', async () => {
  const page = await settings();
  await rail(page).getByRole('button').click();
  await page.getByRole('menuitemradio', { name: /Kundeservice/ }).click();
  await rail(page).getByRole('link', { name: 'Name and rules' }).click();
  const name = page.getByRole('textbox', { name: 'Name', exact: true });
  const before = await name.inputValue();
  const save = page.getByRole('button', { name: 'Save' });
  await expect(save).toHaveAttribute('aria-disabled', 'true');
  await name.fill(`${before} Nord`);
  await page.getByLabel('Answer within').selectOption({ label: '4 h' });
  await save.click();
  await expect(page.getByRole('heading', { level: 1, name: `${before} Nord` })).toBeVisible();
  await panel.bringToFront();
  await panel.locator('header.bar button').first().click();
  await expect(panel.getByRole('menuitemradio', { name: new RegExp(`${before} Nord`) })).toBeVisible();
  await panel.keyboard.press('Escape');
  await page.bringToFront();
  await name.fill(before);
  await save.click();
  await expect(page.getByRole('heading', { level: 1, name: before, exact: true })).toBeVisible();

  await rail(page).getByRole('link', { name: 'Members' }).click();
  await expect(rail(page).locator('[aria-current="page"]')).toHaveText('Members');
  const out = page.getByRole('button', { name: 'Remove Jonas Winther' });
  await out.click();
  await expect(page.getByRole('alert').filter({ hasText: /become|becomes/ })).toBeVisible();
  await page.getByRole('button', { name: 'Leave as is' }).click();
  await expect(out).toBeFocused();
  await out.click();
  await page.getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(out).toHaveCount(0);
  await page.getByLabel('Let somebody in').selectOption({ label: 'Jonas Winther' });
  await page.getByRole('button', { name: 'Add' }).click();
  await expect(out).toBeVisible();

  await rail(page).getByRole('link', { name: 'Agents and roles' }).click();
  const access = page.getByRole('checkbox', { name: 'Account access: Jonas Winther' });
  await access.click();
  await expect(access).toBeChecked();
  await expect(page.getByRole('listitem').filter({ has: access })).toContainText('· Account access');
  await access.click();
  await expect(access).not.toBeChecked();
  await expect(panel.locator('footer')).toContainText('Up to date');

  // As who has no account access sees it; it is this device's own copy that says so, and it is put back.
  await plantRole(page, false);
  await page.reload();
  await expect(page.getByText('Only agents with account access can change this.')).toBeVisible();
  await expect(page.getByRole('checkbox')).toHaveCount(0);
  for (const link of ['Members', 'Name and rules']) {
    await rail(page).getByRole('link', { name: link }).click();
    await expect(page.getByText('Only agents with account access can change this.')).toBeVisible();
    await expect(page.getByRole('button', { name: /^(Remove|Add|Save)/ })).toHaveCount(0);
  }
  await plantRole(page, true);
  await page.close();
});

test('INB-2 what is typed of an inbox, or of a new one, is there after a look at another page, and gone when saved or undone', async () => {
  const page = await settings();
  await rail(page).getByRole('button').click();
  await page.getByRole('menuitemradio', { name: /Kundeservice/ }).click();
  await rail(page).getByRole('link', { name: 'Name and rules' }).click();
  const name = page.getByRole('textbox', { name: 'Name', exact: true });
  const extra = page.getByLabel('More role addresses');
  const [before, partsBefore] = [await name.inputValue(), await extra.inputValue()];
  expect(await asksFirst(page)).toBe(false);
  await name.fill('  erhverv');
  await expect(name).toHaveAccessibleDescription('There is an inbox called erhverv already.');
  await name.fill(`${before} Syd`);
  await expect(name).toHaveAccessibleDescription('');
  await extra.pressSequentially(partsBefore === '' ? 'kasse, ' : ', kasse, ');
  const parts = await extra.inputValue();
  await rail(page).getByRole('link', { name: 'Members' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /^Members/ })).toBeVisible();
  expect(await asksFirst(page)).toBe(true);
  await rail(page).getByRole('link', { name: 'Name and rules' }).click();
  await expect(name).toHaveValue(`${before} Syd`);
  await expect(extra).toHaveValue(parts);
  await page.getByRole('button', { name: 'Undo changes' }).click();
  await expect(name).toHaveValue(before);
  await expect(extra).toHaveValue(partsBefore);
  expect(await asksFirst(page)).toBe(false);

  await page.getByLabel('Answer within').selectOption({ label: '8 h' });
  await rail(page).getByRole('link', { name: 'Members' }).click();
  await rail(page).getByRole('link', { name: 'Name and rules' }).click();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Nothing changed')).toBeVisible();
  expect(await asksFirst(page)).toBe(false);
  await rail(page).getByRole('link', { name: 'Members' }).click();
  await rail(page).getByRole('link', { name: 'Name and rules' }).click();
  await expect(page.getByLabel('Answer within')).toHaveValue('480');

  await rail(page).getByRole('link', { name: 'New inbox' }).click();
  const jonas = page.getByRole('checkbox', { name: 'Jonas Winther' });
  await page.getByLabel('Name', { exact: true }).fill(before);
  await expect(page.getByText(`There is an inbox called ${before} already.`)).toBeVisible();
  await page.getByLabel('Name', { exact: true }).fill('Reklamationer');
  await expect(page.getByText(/^There is an inbox called/)).toHaveCount(0);
  await jonas.click();
  await rail(page).getByRole('link', { name: 'Members' }).click();
  expect(await asksFirst(page)).toBe(true);
  await rail(page).getByRole('link', { name: 'New inbox' }).click();
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Reklamationer');
  await expect(jonas).toBeChecked();
  await page.getByRole('button', { name: 'Undo changes' }).click();
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('');
  await expect(jonas).not.toBeChecked();
  expect(await asksFirst(page)).toBe(false);
  await page.close();
});

test('in a narrow tab one column: the sections, then the page alone, with the focus at its heading; resized, it keeps what was typed and chosen', async () => {
  const page = await settings('', 400);
  await rail(page).getByRole('link', { name: 'Appearance and language' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Appearance and language' })).toBeFocused();
  await expect(rail(page).getByRole('link', { name: 'Back to the inbox' })).toHaveCount(0);
  await rail(page).getByRole('link', { name: 'Settings' }).click();
  await expect(rail(page).getByRole('link', { name: 'Back to the inbox' })).toBeVisible();
  await rail(page).getByRole('link', { name: 'New inbox' }).click();
  await page.getByLabel('Name').fill('Lager');
  for (const width of [1280, 400]) {
    await page.setViewportSize({ width, height: 900 });
    await expect(page.locator('.settings-side')).toHaveCount(width < 700 ? 0 : 1);
    await expect(page.getByLabel('Name')).toHaveValue('Lager');
  }
  await page.close();
});

test('ALL-3 axe finds nothing in any section, light and dark', async () => {
  const page = await settings('appearance');
  await page.getByRole('radio', { name: 'Dansk' }).check();
  for (const theme of ['light', 'dark']) {
    await page.getByRole('radio', { name: theme === 'light' ? 'Lyst' : 'Mørkt' }).check();
    for (const address of await addresses(page)) {
      await page.goto(`${home}options.html${address}`);
      await page.locator('main h1').waitFor();
      expect(await violations(page), `${theme} ${address}`).toEqual([]);
    }
    await page.goto(`${home}options.html#/appearance`);
  }
  await page.getByRole('radio', { name: 'Som browseren' }).check();
  await page.getByRole('radio', { name: 'As the system' }).check();
  await page.setViewportSize({ width: 360, height: 800 });
  await page.goto(`${home}options.html#/`);
  await expect(rail(page)).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page.close();
});

test('X12 K8 copies from the hub stay within the room one gives them: the oldest goes, is text until then, and comes again when it is opened', async () => {
  const [connection] = (await readConnections(panel)) as [StoredConnection];
  const database = `samtale-${connection.id}`;
  const bodies = async () => ((await readTable(panel, database, 'bodies')) as { id: string }[]).map(({ id }) => id);
  const threads = (await readTable(panel, database, 'threads')) as { conversationId: string; messages: { id: string; htmlSize: number }[] }[];
  const thread = threads.find(({ messages }) => messages.some(({ htmlSize }) => htmlSize > 0));
  const old = thread?.messages.find(({ htmlSize }) => htmlSize > 0)?.id ?? '';
  // As a thread does that is opened.
  const fetchAgain = () =>
    panel.evaluate(
      ([connectionId, conversationId, id]) => chrome.runtime.sendMessage({ type: 'fetch-bodies', connectionId, conversationId, messageIds: [id] }),
      [connection.id, thread?.conversationId, old] as const,
    );
  await fetchAgain();
  expect(await bodies()).toContain(old);
  await plantCopy(panel, database, old);

  const page = await settings('device');
  const kinds = page.getByLabel('What takes the space');
  await expect(kinds).toContainText(/Layouts of mails\s*\d/);
  await expect(page.getByRole('radio', { name: '1 GB' })).toBeChecked();
  await page.getByRole('radio', { name: '100 MB' }).check();
  await expect.poll(bodies).not.toContain(old);
  await page.reload();
  await expect(page.getByRole('radio', { name: '100 MB' })).toBeChecked();
  await page.close();
  await fetchAgain();
  expect(await bodies()).toContain(old);
});

test('K16 X13 this device: what it keeps and for whom; reset names what goes, waits for what is not sent, and leaves nothing', async () => {
  const { context } = launched;
  const page = await settings('device');
  await expect(page.getByText(/ used of .* the browser allows/)).toBeVisible();
  await expect(
    page.getByText('The browser keeps it until you remove it.').or(page.getByRole('button', { name: 'Ask the browser to keep it' })),
  ).toBeVisible();
  const account = page.getByRole('listitem').filter({ hasText: 'Havnegaard' });
  await expect(account).toContainText('shown now');
  await expect(account).toContainText(/\d+ conversations · .* of files and original mails/);

  await context.setOffline(true);
  await panel.bringToFront();
  await panel.getByRole('option').first().click();
  await panel.getByRole('article').first().waitFor();
  await panel.keyboard.press('a');
  await expect(panel.locator('footer').getByText(/wait/).first()).toBeVisible();
  await page.bringToFront();
  const reset = page.getByRole('button', { name: 'Reset this device' });
  const dialog = page.getByRole('dialog');
  await reset.click();
  await expect(dialog).toContainText('1 change');
  expect(await violations(page)).toEqual([]);
  const saved = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Save as a file' }).click();
  expect((await saved).suggestedFilename()).toMatch(/^samtale-unsent-.*\.json$/);
  await expect(dialog.getByRole('button', { name: 'Reset this device' })).toHaveCount(0);
  await dialog.getByRole('button', { name: 'Close' }).click();

  await context.setOffline(false);
  // A page that opens has the worker sync at once.
  await page.reload();
  await expect(page.locator('footer')).toContainText('Up to date', { timeout: 60_000 });
  await reset.click();
  await expect(dialog.getByRole('listitem').first()).toContainText('Mette');
  await expect(dialog).toContainText('Conversations stay on the hub.');
  await dialog.getByRole('button', { name: 'Reset this device' }).click();
  await expect(page.getByText('None. Nothing of a customer lies here.')).toBeVisible({ timeout: 60_000 });
  await expect(rail(page).getByRole('link', { name: 'Members' })).toHaveCount(0);
  await expect.poll(() => databaseNames(page)).toEqual(['samtale']);
  for (const table of ['connections', 'vault']) await expect.poll(() => readTable(page, 'samtale', table)).toEqual([]);
  await expect(panel.getByRole('button', { name: 'Connect' })).toBeVisible();
  await page.close();
});
