import { createHash, randomBytes } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { BrowserContext, Page } from '@playwright/test';
import { v7 } from 'uuid';
import { expect, test } from './fixtures';
import { administrator } from './support/administrator';
import { connect } from './support/connect';
import { HubProcess } from './support/hub-process';
import { launchExtension } from './support/launch-extension';
import { fillJoinForm, type Person, signedIn, someone } from './support/people';
import { poll } from './support/poll';
import { databaseNames, readConnections, readTable, type StoredConnection } from './support/read-store';
import { secretsOf } from './support/secrets-of';

/** A hub of this file's own: signing out ends the hub's web session, which other tests live on. */
let hub: HubProcess;
/** An administrator who is signed in throughout, in a browser of their own, and makes the invitations. */
let admin: { context: BrowserContext; page: Page; close(): Promise<void> };

test.beforeAll(async () => {
  test.setTimeout(120_000);
  hub = await HubProcess.start({ sample: true });
  const launched = await launchExtension();
  const worker = launched.context.serviceWorkers()[0] ?? (await launched.context.waitForEvent('serviceworker'));
  const page = await launched.context.newPage();
  await page.goto(`chrome-extension://${new URL(worker.url()).host}/sidepanel.html`);
  admin = { context: launched.context, page, close: launched.close };
  await administrator(hub, admin);
});
test.afterAll(async () => {
  await admin?.close();
  await hub?.stop();
});

const problem = (page: Page) => page.locator('.notice[role=alert]');

/** An invitation for a newcomer, made by the administrator's own act. */
async function invite(): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const connection = await signedIn(admin.page);
  const bearer = await secretsOf(admin.page, connection.id);
  const inboxes = (await readTable(admin.page, `samtale-${connection.id}`, 'inboxes')) as { id: string; workspaceId: string }[];
  const args = {
    invitationId: v7(),
    workspaceId: inboxes[0]?.workspaceId,
    tokenHash: createHash('sha256').update(token).digest('hex'),
    agentId: null,
    name: '',
    email: '',
    inboxIds: inboxes.slice(0, 1).map((inbox) => inbox.id),
    accountAccess: false,
  };
  const mutation = { id: 1, uuid: v7(), name: 'createInvitation', args, schemaVersion: 1, claimedAt: Date.now() };
  const answer = await fetch(`${hub.url}/sync/push`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${bearer.access}` },
    body: JSON.stringify({ clientId: v7(), epoch: null, mutations: [mutation] }),
  });
  expect(await answer.json()).toMatchObject({ outcomes: [{ refused: null }] });
  return `${hub.url}/join/${token}`;
}

async function newcomer(context: BrowserContext, page: Page): Promise<{ person: Person; connection: StoredConnection }> {
  const person = someone();
  await connect(context, page, await invite(), (window) => fillJoinForm(window, person));
  return { person, connection: await signedIn(page) };
}

test('an invitation link in the address field: the real window, then the account', async ({ context, openPage }) => {
  const page = await openPage('sidepanel.html');
  const { person, connection } = await newcomer(context, page);
  expect(connection).toMatchObject({ origin: hub.url, agentName: person.name, email: person.email });
  await poll('the first page', async () => (await readTable(page, `samtale-${connection.id}`, 'conversations')).length > 0);
});

test('an invitation link opened in a tab says how to go on; then Connect asks nothing', async ({ context, openPage }) => {
  const page = await openPage('sidepanel.html');
  const tab = await context.newPage();
  await tab.goto(await invite());
  const person = someone();
  await fillJoinForm(tab, person);
  await expect(tab.getByRole('heading', { name: 'You are signed in' })).toBeVisible();
  await expect(tab.getByText(hub.url)).toBeVisible();
  await connect(context, page, hub.url);
  expect(await signedIn(page)).toMatchObject({ email: person.email });
});

test('with e-mail and password, after a slip', async ({ context, openPage }) => {
  const page = await openPage('sidepanel.html');
  const { person } = await newcomer(context, page);
  const other = await launchExtension();
  try {
    const worker = other.context.serviceWorkers()[0] ?? (await other.context.waitForEvent('serviceworker'));
    const elsewhere = await other.context.newPage();
    await elsewhere.goto(`chrome-extension://${new URL(worker.url()).host}/sidepanel.html`);
    await connect(other.context, elsewhere, hub.url, async (window) => {
      await window.getByLabel('E-mail address').fill(person.email);
      await window.getByLabel('Password').fill('not this one');
      await window.getByRole('button', { name: 'Sign in' }).click();
      await expect(window.getByRole('alert')).toContainText('do not belong together');
      await expect(window.getByLabel('E-mail address')).toHaveValue(person.email);
      await window.getByLabel('Password').fill(person.password);
      await window.getByRole('button', { name: 'Sign in' }).click();
    });
    expect(await signedIn(elsewhere)).toMatchObject({ email: person.email });
  } finally {
    await other.close();
  }
});

test('the window closed: a sentence, and Connect works again', async ({ context, openPage }) => {
  const page = await openPage('sidepanel.html');
  await connect(context, page, hub.url, (window) => window.close());
  await expect(problem(page)).toContainText('window was closed');
  await connect(context, page, await invite(), (window) => fillJoinForm(window, someone()));
  await signedIn(page);
});

test('X34 the worker stopped with the window open: Connect again is one click', async ({ context, openPage, killWorker }) => {
  const page = await openPage('sidepanel.html');
  const person = someone();
  await connect(context, page, await invite(), async (window) => {
    await window.waitForLoadState();
    await killWorker();
    await fillJoinForm(window, person);
  });
  await expect(problem(page)).toBeVisible();
  await connect(context, page, hub.url);
  expect(await signedIn(page)).toMatchObject({ email: person.email });
});

test('K15 a restarted browser is still signed in', async () => {
  const first = await launchExtension();
  const open = async (context: BrowserContext) => {
    const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
    const page = await context.newPage();
    await page.goto(`chrome-extension://${new URL(worker.url()).host}/sidepanel.html`);
    return page;
  };
  const page = await open(first.context);
  const { connection } = await newcomer(first.context, page);
  const before = await secretsOf(page, connection.id);
  await first.context.close();
  const second = await launchExtension({ profile: first.profile });
  try {
    const again = await open(second.context);
    const after = await poll('a new access token', async () => {
      const secrets = await secretsOf(again, connection.id);
      return secrets.access ? secrets : undefined;
    });
    expect(after.refresh).not.toBe(before.refresh);
    expect(await readConnections(again)).toMatchObject([{ id: connection.id, signedOut: false }]);
  } finally {
    await second.context.close();
  }
  await first.close();
});

test('E11 E12 no token in any storage, any file of the profile, any address or log', async () => {
  const launched = await launchExtension();
  const heard: string[] = [];
  launched.context.on('console', (message) => heard.push(message.text()));
  launched.context.on('request', (request) => heard.push(request.url()));
  const worker = launched.context.serviceWorkers()[0] ?? (await launched.context.waitForEvent('serviceworker'));
  const page = await launched.context.newPage();
  await page.goto(`chrome-extension://${new URL(worker.url()).host}/sidepanel.html`);
  const { connection } = await newcomer(launched.context, page);
  const secrets = await secretsOf(page, connection.id);
  const canaries = [secrets.refresh, secrets.access ?? ''].filter(Boolean);
  expect(canaries).toHaveLength(2);
  const areas = await worker.evaluate(async () => JSON.stringify([await chrome.storage.local.get(null), await chrome.storage.sync.get(null)]));
  for (const canary of canaries) expect(areas + heard.join('\n')).not.toContain(canary);
  // What a content script would be refused: `storage.session` is for trusted contexts.
  const keys = await worker.evaluate(async () => {
    const db = await new Promise<IDBDatabase>((resolve) => {
      const asked = indexedDB.open('samtale');
      asked.onsuccess = () => resolve(asked.result);
    });
    const rows = await new Promise<{ key: string; value: unknown }[]>((resolve) => {
      const asked = db.transaction('vault').objectStore('vault').getAll();
      asked.onsuccess = () => resolve(asked.result);
    });
    db.close();
    const keys = rows.flatMap(({ value }) =>
      value instanceof CryptoKey ? [value] : value && typeof value === 'object' && 'privateKey' in value ? [value.privateKey as CryptoKey] : [],
    );
    return keys.map((key) => key.extractable);
  });
  expect(keys).toEqual([false, false]);
  await launched.context.close();
  for (const file of await readdir(launched.profile, { recursive: true, withFileTypes: true })) {
    if (!file.isFile()) continue;
    const bytes = await readFile(join(file.parentPath, file.name));
    for (const canary of canaries) expect([file.name, bytes.includes(canary)]).toEqual([file.name, false]);
  }
  await launched.close();
});

/** Takes the first conversation on screen while the network is gone: one change that waits. */
async function queueOneChange(page: Page, connection: StoredConnection) {
  await page.getByRole('option').first().waitFor();
  await page.context().setOffline(true);
  await page.getByRole('listbox').focus();
  await page.keyboard.press('j');
  await page.keyboard.press('a');
  await poll('one change that waits', async () => (await readTable(page, `samtale-${connection.id}`, 'outbox')).length === 1);
}
async function pressSignOut(page: Page) {
  await page.getByRole('button', { name: 'Language, theme and session' }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
}

test('F15 an expired session keeps the outbox; signing in again sends it', async ({ context, openPage }) => {
  const page = await openPage('sidepanel.html');
  const { person, connection } = await newcomer(context, page);
  await queueOneChange(page, connection);
  const { refresh } = await secretsOf(page, connection.id);
  // As an administrator, or ninety days, would end it: the hub no longer knows this sign-in.
  const body = new URLSearchParams({ client_id: 'samtale-extension', token: refresh });
  await fetch(`${hub.url}/auth/oauth2/revoke`, { method: 'POST', body });
  await context.setOffline(false);
  // What the alarm does within the minute.
  await page.evaluate(() => chrome.runtime.sendMessage({ type: 'nudge' }));
  await page.locator('footer').getByRole('button', { name: 'Signed out' }).click();
  await expect(page.getByText('1 change waits here and is sent after you sign in.')).toBeVisible();
  expect(await readConnections(page)).toMatchObject([{ id: connection.id, signedOut: true }]);
  expect(await readTable(page, `samtale-${connection.id}`, 'outbox')).toHaveLength(1);

  const opened = context.waitForEvent('page');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  const window = await opened;
  await window.getByLabel('E-mail address').fill(person.email);
  await window.getByLabel('Password').fill(person.password);
  await window.getByRole('button', { name: 'Sign in' }).click();
  await poll('the same account, signed in', async () =>
    (await readConnections(page)).some(({ id, signedOut }) => id === connection.id && !signedOut),
  );
  await poll('nothing that waits', async () => (await readTable(page, `samtale-${connection.id}`, 'outbox')).length === 0);
  expect(await readTable(page, `samtale-${connection.id}`, 'notApplied')).toEqual([]);
});

test('X13 signing out with something unsent: stay, send, save as a file, discard', async ({ context, openPage }) => {
  const page = await openPage('sidepanel.html');
  const { connection } = await newcomer(context, page);
  await queueOneChange(page, connection);
  await pressSignOut(page);
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('1 change has not been sent');
  await dialog.getByRole('button', { name: 'Send, then sign out' }).click();
  await expect(dialog.getByRole('alert')).toContainText('Nothing is deleted');
  const download = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Save as a file' }).click();
  const saved = await download;
  expect(saved.suggestedFilename()).toMatch(/^samtale-unsent-\d{4}-\d\d-\d\d\.json$/);
  const content: unknown = JSON.parse(await readFile(await saved.path(), 'utf8'));
  expect(content).toMatchObject({ hub: hub.url, waiting: [{ name: 'assignConversation' }] });
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await dialog.getByRole('button', { name: 'Stay signed in' }).click();
  expect(await readConnections(page)).toHaveLength(1);
  expect(await readTable(page, `samtale-${connection.id}`, 'outbox')).toHaveLength(1);

  await pressSignOut(page);
  await dialog.getByRole('button', { name: 'Discard and sign out' }).click();
  await expect(page.getByRole('button', { name: 'Connect' })).toBeVisible();
  // The account goes from the list before its database is deleted.
  await expect.poll(() => databaseNames(page)).not.toContain(`samtale-${connection.id}`);
});

test('X13 send, then sign out: nothing is lost, then all is wiped', async ({ context, openPage }) => {
  const page = await openPage('sidepanel.html');
  const { connection } = await newcomer(context, page);
  await queueOneChange(page, connection);
  const [queued] = (await readTable(page, `samtale-${connection.id}`, 'outbox')) as { args: { conversationId: string } }[];
  await pressSignOut(page);
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('1 change has not been sent');
  await context.setOffline(false);
  await dialog.getByRole('button', { name: 'Send, then sign out' }).click();
  await expect(page.getByRole('button', { name: 'Connect' })).toBeVisible();
  // The account goes from the list before its database is deleted.
  await expect.poll(() => databaseNames(page)).not.toContain(`samtale-${connection.id}`);
  const account = await signedIn(admin.page);
  await poll('the change at a colleague', async () => {
    const rows = (await readTable(admin.page, `samtale-${account.id}`, 'conversations')) as { id: string; ownerId: string | null }[];
    return rows.some((row) => row.id === queued?.args.conversationId && row.ownerId === connection.agentId);
  });
});

test('E33 signing out wipes the account and ends it on the hub, for the web session too', async ({ context, openPage }) => {
  const page = await openPage('sidepanel.html');
  const { connection } = await newcomer(context, page);
  const { access } = await secretsOf(page, connection.id);
  await pressSignOut(page);
  await expect(page.getByRole('button', { name: 'Connect' })).toBeVisible();
  expect(await readConnections(page)).toEqual([]);
  // The account goes from the list before its database is deleted.
  await expect.poll(() => databaseNames(page)).not.toContain(`samtale-${connection.id}`);
  const answer = await fetch(`${hub.url}/sync/pull`, {
    method: 'POST',
    headers: { authorization: `Bearer ${access}`, 'content-type': 'application/json' },
    body: '{}',
  });
  expect(answer.status).toBe(401);
  await connect(context, page, hub.url, async (window) => {
    await expect(window.getByRole('heading', { name: /Sign in to/ })).toBeVisible();
    await window.close();
  });
});

test.describe('the pages of signing in have no axe violation', () => {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(colorScheme, async ({ context, openPage }) => {
      const page = await openPage('sidepanel.html');
      await page.emulateMedia({ colorScheme });
      await connect(context, page, 'http://hub.example.com');
      await expect(problem(page)).toBeVisible();
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
      const tab = await context.newPage();
      await tab.emulateMedia({ colorScheme });
      for (const path of [`${hub.url}/login`, await invite(), `${hub.url}/join/none`, `${hub.url}/login/problem?error=x`]) {
        await tab.goto(path);
        expect((await new AxeBuilder({ page: tab }).analyze()).violations).toEqual([]);
      }
    });
  }
});
