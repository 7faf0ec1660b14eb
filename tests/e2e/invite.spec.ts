import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { administrator } from './support/administrator';
import { connect } from './support/connect';
import { HubProcess } from './support/hub-process';
import { browserOf, fillJoinForm, inviteByPanel, openInvite, signedIn, someone } from './support/people';
import { poll } from './support/poll';
import { readConnections, readTable } from './support/read-store';
import { secretsOf } from './support/secrets-of';
import { takeLook } from './support/take-look';
import { violations } from './support/violations';

/** A hub of this file's own: a new password ends web sessions other tests live on. */
let hub: HubProcess;
/** The super administrator, signed in throughout in a browser of her own. */
let admin: Awaited<ReturnType<typeof browserOf>>;

test.describe.configure({ timeout: 240_000 });
test.beforeAll(async () => {
  test.setTimeout(180_000);
  hub = await HubProcess.start({ sample: true });
  admin = await browserOf();
  await administrator(hub, admin);
  await admin.page.getByRole('listbox').waitFor({ timeout: 60_000 });
});
test.afterAll(async () => {
  await admin?.close();
  await hub?.stop();
});
test.afterEach(async () => {
  await admin.context.setOffline(false);
  if (await admin.page.getByRole('dialog').isVisible()) await admin.page.keyboard.press('Escape');
});

test('S10 a link made in the panel, copied, opened in another browser: joined, told how to go on, connected, in the inbox', async () => {
  const person = someone();
  await admin.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const dialog = await openInvite(admin.page);
  await dialog.getByLabel('Name').fill(person.name);
  await dialog.getByLabel('E-mail address').fill(person.email);
  await dialog.getByRole('button', { name: 'Make the link' }).click();
  await expect(dialog.getByText('Good once, for 72 hours.')).toBeVisible({ timeout: 30_000 });
  await dialog.getByRole('button', { name: 'Copy' }).click();
  await expect(dialog.getByRole('button', { name: 'Copied' })).toBeVisible();
  const link = await admin.page.evaluate(() => navigator.clipboard.readText());
  expect(link).toBe(await dialog.getByRole('textbox', { name: 'Invitation link' }).inputValue());
  await dialog.getByRole('button', { name: 'Done' }).click();

  // The hub was told the hash alone.
  const account = await signedIn(admin.page);
  const tables = ['outbox', 'confirmed', 'invitations', 'notApplied'];
  const kept = JSON.stringify(await Promise.all(tables.map((table) => readTable(admin.page, `samtale-${account.id}`, table))));
  expect(kept).not.toContain(link.split('/').at(-1));

  const colleague = await browserOf();
  try {
    const tab = await colleague.context.newPage();
    await tab.goto(link);
    await expect(tab.getByLabel('Your name')).toHaveValue(person.name);
    await expect(tab.getByLabel('E-mail address')).toHaveValue(person.email);
    await tab.getByLabel('Password').fill(person.password);
    await tab.getByRole('button', { name: 'Join' }).click();
    await expect(tab.getByRole('heading', { name: 'You are signed in' })).toBeVisible();
    await expect(tab.getByText('Add the Samtale extension')).toBeVisible();
    const address = await tab.locator('code').innerText();
    expect(address).toBe(hub.url);

    await connect(colleague.context, colleague.page, address);
    expect(await signedIn(colleague.page)).toMatchObject({ email: person.email, agentName: person.name });
    await expect(colleague.page.getByRole('option').first()).toBeVisible({ timeout: 60_000 });
    // Into the inbox the administrator was in, and no other.
    await colleague.page.getByRole('banner').getByRole('button').first().click();
    await expect(colleague.page.getByRole('menuitemradio')).toHaveCount(1);
    await colleague.page.keyboard.press('Escape');

    await colleague.page.getByRole('button', { name: 'Language, theme and session' }).click();
    const entry = colleague.page.getByRole('menuitem', { name: 'Invite a colleague' });
    await expect(entry).toHaveAttribute('aria-disabled', 'true');
    await expect(entry).toContainText('Only agents with account access can invite.');

    const again = await colleague.context.newPage();
    expect((await again.goto(link))?.status()).toBe(410);
    await expect(again.getByRole('alert')).toContainText('has been used');
  } finally {
    await colleague.close();
  }
});

test('S10 made offline the dialog says that it opens nothing yet; it becomes good by itself', async () => {
  await admin.context.setOffline(true);
  const dialog = await openInvite(admin.page);
  await expect(dialog.getByText('Only the hub knows them')).toBeVisible();
  await dialog.getByRole('button', { name: 'Make the link' }).click();
  await expect(dialog.getByText('The hub has not heard of it yet')).toBeVisible();
  const link = await dialog.getByRole('textbox', { name: 'Invitation link' }).inputValue();
  expect((await fetch(link)).status).toBe(404);
  await admin.context.setOffline(false);
  await admin.page.evaluate(() => chrome.runtime.sendMessage({ type: 'nudge' }));
  await expect(dialog.getByText('Good once, for 72 hours.')).toBeVisible({ timeout: 60_000 });
  expect((await fetch(link)).status).toBe(200);
});

test('S10 a link that is out is listed and can be withdrawn; then it opens nothing', async () => {
  const person = someone();
  const link = await inviteByPanel(admin.page, { name: person.name });
  expect((await fetch(link)).status).toBe(200);
  const dialog = await openInvite(admin.page);
  const withdraw = dialog.getByRole('button', { name: `Withdraw the link: ${person.name}` });
  await withdraw.click();
  await expect(withdraw).toBeHidden();
  expect((await fetch(link)).status).toBe(404);
});

test('S7 S10 a way back: the administrator makes a link, a new password ends every other sign-in', async () => {
  const person = someone();
  const first = await browserOf();
  const second = await browserOf();
  try {
    await connect(first.context, first.page, await inviteByPanel(admin.page), (window) => fillJoinForm(window, person));
    const account = await signedIn(first.page);
    await first.page.getByRole('option').first().waitFor({ timeout: 60_000 });
    const { access } = await secretsOf(first.page, account.id);

    // She cannot sign in elsewhere, and the page says what to do.
    await connect(second.context, second.page, hub.url, async (window) => {
      await expect(window.getByText('makes you a new link')).toBeVisible();
      await window.close();
    });
    await poll('the new agent at the administrator', async () => {
      const connection = await signedIn(admin.page);
      const agents = (await readTable(admin.page, `samtale-${connection.id}`, 'agents')) as { name: string }[];
      return agents.some(({ name }) => name === person.name);
    });
    const dialog = await openInvite(admin.page);
    await dialog.getByRole('radio', { name: 'Somebody who is here and cannot sign in' }).check();
    await dialog.getByLabel('Colleague').selectOption({ label: person.name });
    await dialog.getByRole('button', { name: 'Make the link' }).click();
    await expect(dialog.getByText(`Send this link to ${person.name} and nobody else`)).toBeVisible();
    await expect(dialog.getByText('Good once, for 72 hours.')).toBeVisible({ timeout: 30_000 });
    const link = await dialog.getByRole('textbox', { name: 'Invitation link' }).inputValue();

    await connect(second.context, second.page, link, async (window) => {
      await expect(window.getByLabel('You sign in with this address')).toHaveValue(person.email);
      await window.getByLabel('New password').fill('et helt nyt kodeord');
      await window.getByRole('button', { name: 'Sign in' }).click();
    });
    expect(await signedIn(second.page)).toMatchObject({ email: person.email });
    const pull = () => fetch(`${hub.url}/sync/pull`, { method: 'POST', headers: { authorization: `Bearer ${access}` }, body: '{}' });
    expect((await pull()).status).toBe(401);
    await first.page.evaluate(() => chrome.runtime.sendMessage({ type: 'nudge' }));
    await expect(first.page.locator('footer').getByRole('button', { name: 'Signed out' })).toBeVisible({ timeout: 60_000 });
  } finally {
    await first.close();
    await second.close();
  }
});

test('S7 VIEW-1 INB-4 a colleague is deactivated: signed out where they sit, told why, their conversation nobody’s; then active again, and a super administrator', async () => {
  const person = someone();
  const colleague = await browserOf();
  const settings = await admin.context.newPage();
  try {
    await connect(colleague.context, colleague.page, await inviteByPanel(admin.page), (window) => fillJoinForm(window, person));
    const account = await signedIn(colleague.page);
    const { access } = await secretsOf(colleague.page, account.id);
    await colleague.page.getByRole('option').first().click({ timeout: 60_000 });
    await colleague.page.getByRole('button', { name: /^Owner/ }).click();
    await colleague.page.getByRole('menuitemradio', { name: `${person.name} (you)` }).click();
    await expect(colleague.page.getByRole('button', { name: /^Owner/ })).toContainText(person.name);
    const adminAccount = await signedIn(admin.page);
    const rowsOf = async <T>(table: string) => (await readTable(admin.page, `samtale-${adminAccount.id}`, table)) as T[];
    const conversation = await poll('the conversation given to the colleague, at the administrator', async () =>
      (await rowsOf<{ id: string; ownerId: string | null; previousOwnerId: string | null }>('conversations')).find(
        ({ ownerId }) => ownerId === account.agentId,
      ),
    );

    await settings.goto(new URL('options.html#/people', admin.page.url()).href);
    const line = settings.getByRole('listitem').filter({ hasText: person.email });
    const menu = line.getByRole('button', { name: `What ${person.name} may do, and whether they are here` });
    const choose = async (name: string) => {
      await menu.click();
      await settings.getByRole('menuitem', { name }).click();
    };
    // Oneself stays, and stays a super administrator as long as there is no other.
    await settings.getByRole('listitem').filter({ hasText: '(you)' }).getByRole('button', { name: /^What/ }).click();
    await expect(settings.getByRole('menuitem', { name: 'Take super administrator away' })).toContainText('is the only super administrator');
    await expect(settings.getByRole('menuitem', { name: 'Deactivate…' })).toContainText('Nobody deactivates their own account.');
    expect(await violations(settings)).toEqual([]);
    await settings.keyboard.press('Escape');
    await choose('Deactivate…');
    const dialog = settings.getByRole('dialog');
    await expect(dialog).toContainText('They own 1 open conversation in your inboxes.');
    expect(await violations(settings)).toEqual([]);
    await takeLook(settings, 'people-deactivate');
    await dialog.getByRole('button', { name: 'Deactivate' }).click();
    await expect(dialog).toBeHidden();
    await expect(line).toContainText('Deactivated');
    await expect(settings.getByRole('heading', { name: 'Deactivated' })).toBeVisible();
    await takeLook(settings, 'people-deactivated');
    await poll('the conversation is nobody’s', async () => {
      const row = (await rowsOf<typeof conversation>('conversations')).find(({ id }) => id === conversation.id);
      return row?.ownerId === null && row.previousOwnerId === account.agentId;
    });

    const told = colleague.page.getByRole('heading', { name: 'This account is deactivated' });
    await expect(told).toBeVisible({ timeout: 60_000 });
    await expect(colleague.page.getByText('Ask a super administrator of your team.')).toBeVisible();
    expect(await violations(colleague.page)).toEqual([]);
    await takeLook(colleague.page, 'deactivated-panel');
    // What belongs to this device is theirs all the same; what needs the account says why not.
    const opening = colleague.context.waitForEvent('page');
    await colleague.page.getByRole('link', { name: 'Settings of this device' }).click();
    const own = await opening;
    await own.setViewportSize({ width: 1280, height: 900 });
    await expect(own.getByRole('button', { name: 'Reset this device' })).toBeVisible();
    const rail = own.getByRole('navigation', { name: 'Settings' });
    await expect(rail.getByRole('link')).toHaveText([
      'Back to the inbox',
      'This account is deactivated',
      'Appearance and language',
      'Keyboard',
      'Where data lives',
      'Privacy',
    ]);
    await rail.getByRole('link', { name: 'Appearance and language' }).click();
    await own.getByRole('radio', { name: 'Dark' }).check();
    await expect(colleague.page.locator('html')).toHaveAttribute('data-theme', 'dark');
    await own.getByRole('radio', { name: 'As the system' }).check();
    await rail.getByRole('link', { name: 'Privacy' }).click();
    await expect(own.getByRole('heading', { level: 1, name: 'Privacy' })).toBeVisible();
    await own.goto(new URL('options.html#/people', own.url()).href);
    await expect(own.getByRole('heading', { level: 1, name: 'This account is deactivated' })).toBeVisible();
    await expect(rail.getByRole('link', { name: 'This account is deactivated' })).toHaveAttribute('aria-current', 'page');
    expect(await violations(own)).toEqual([]);
    await takeLook(own, 'deactivated-settings');
    await own.close();
    for (const table of ['conversations', 'threads', 'contacts', 'agents'])
      expect(await readTable(colleague.page, `samtale-${account.id}`, table)).toEqual([]);
    const pull = () => fetch(`${hub.url}/sync/pull`, { method: 'POST', headers: { authorization: `Bearer ${access}` }, body: '{}' });
    expect((await pull()).status).toBe(401);
    /** Signs in in the hub's window. */
    const signIn = async (then: (window: Page) => Promise<unknown>) => {
      const opened = colleague.context.waitForEvent('page');
      await colleague.page.getByRole('button', { name: 'Sign in' }).click();
      const window = await opened;
      await window.getByLabel('E-mail').fill(person.email);
      await window.getByLabel('Password').fill(person.password);
      await window.getByRole('button', { name: 'Sign in' }).click();
      await then(window);
    };
    await signIn(async (window) => {
      await expect(window.getByText('This account is deactivated. Ask a super administrator of your team.')).toBeVisible();
      await window.close();
    });
    await expect(told).toBeVisible();

    await choose('Activate again');
    await expect(line).not.toContainText('Deactivated');
    await choose('Make super administrator');
    await expect(line).toContainText('Super administrator');
    await poll('the hub has heard of it', async () => (await rowsOf('outbox')).length === 0);
    await signIn(async () => {});
    await expect(colleague.page.getByRole('option').first()).toBeVisible({ timeout: 60_000 });
    expect((await pull()).status).toBe(401);
    await choose('Take super administrator away');
    await expect(line).not.toContainText('Super administrator');
  } finally {
    await settings.close();
    await colleague.close();
  }
});

test('K16 two accounts on one device: each fetch is made for the account the page shows', async () => {
  const { context, page, close } = await browserOf();
  try {
    const people = [someone(), someone()] as const;
    const links = [
      await inviteByPanel(admin.page, { inboxes: ['Erhverv'] }),
      await inviteByPanel(admin.page, { inboxes: ['Kundeservice'] }),
    ] as const;
    await connect(context, page, links[0], (window) => fillJoinForm(window, people[0]));
    const first = await signedIn(page);
    const mails = await poll(
      'a mail with HTML',
      async () => {
        const chunks = (await readTable(page, `samtale-${first.id}`, 'threads')) as {
          conversationId: string;
          messages: { id: string; htmlSize: number }[];
        }[];
        return chunks.flatMap((chunk) =>
          chunk.messages.filter(({ htmlSize }) => htmlSize > 0).map(({ id }) => ({ id, conversationId: chunk.conversationId })),
        )[0];
      },
      60_000,
    );
    // The second account, opened last, is in another inbox.
    const opened = context.waitForEvent('page');
    const connecting = page.evaluate((url) => chrome.runtime.sendMessage({ type: 'connect', url }), links[1]);
    await fillJoinForm(await opened, people[1]);
    expect(await connecting).toHaveProperty('connectionId');
    expect(await readConnections(page)).toHaveLength(2);

    const call = { type: 'fetch-bodies', connectionId: first.id, conversationId: mails.conversationId, messageIds: [mails.id] };
    expect(await page.evaluate((message) => chrome.runtime.sendMessage(message), call)).toEqual({ done: true });
    const bodies = (await readTable(page, `samtale-${first.id}`, 'bodies')) as { id: string }[];
    expect(bodies.map(({ id }) => id)).toContain(mails.id);
  } finally {
    await close();
  }
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the dialog has no axe violation, and is all keyboard: ${colorScheme}`, async () => {
    await admin.page.emulateMedia({ colorScheme });
    const dialog = await openInvite(admin.page);
    expect((await new AxeBuilder({ page: admin.page }).analyze()).violations).toEqual([]);
    await dialog.getByRole('checkbox', { name: 'Erhverv' }).setChecked(false);
    await dialog.getByRole('checkbox', { name: 'Kundeservice' }).setChecked(false);
    await dialog.getByLabel('Name').focus();
    await admin.page.keyboard.press('Enter');
    await expect(dialog.getByRole('alert')).toContainText('Choose at least one inbox.');
    expect((await new AxeBuilder({ page: admin.page }).analyze()).violations).toEqual([]);
    await dialog.getByRole('checkbox', { name: 'Erhverv' }).focus();
    await admin.page.keyboard.press('Space');
    await admin.page.keyboard.press('Enter');
    await expect(dialog.getByRole('textbox', { name: 'Invitation link' })).toBeFocused();
    expect((await new AxeBuilder({ page: admin.page }).analyze()).violations).toEqual([]);
    await admin.page.keyboard.press('Escape');
    await expect(admin.page.getByRole('button', { name: 'Language, theme and session' })).toBeFocused();
  });
}
