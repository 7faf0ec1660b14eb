import type { BrowserContext, Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { readConnections, readTable } from './support/read-store';
import { signIn } from './support/sign-in';
import { violations } from './support/violations';

/** First run, *On this computer*, with one address of one's own. */
async function begin(page: Page, name = 'Ida Berg') {
  await page.getByRole('radio', { name: 'On this computer' }).check();
  await page.getByLabel('Your name').fill(name);
  await page.getByLabel(/^Your own e-mail addresses/).fill('ida@firma.example');
  await page.getByRole('button', { name: 'Begin' }).click();
  await page.getByRole('button', { name: 'On this computer' }).waitFor();
}
const menu = (page: Page) => page.getByRole('button', { name: 'Language, theme and session' }).click();

test('SUR-9 first run says what is missing; the workspace needs no server, and colleagues have a way on', async ({ openPage }) => {
  const page = await openPage('sidepanel.html');
  await page.getByRole('radio', { name: 'On this computer' }).check();
  await page.getByRole('button', { name: 'Begin' }).click();
  await expect(page.getByLabel('Your name')).toBeFocused();
  await expect(page.locator('form [role=alert]')).toHaveText('Your name is missing.');
  await page.getByLabel(/^Your own e-mail addresses/).fill('nobody');
  await page.getByLabel('Your name').fill('Ida');
  await page.getByRole('button', { name: 'Begin' }).click();
  await expect(page.locator('form [role=alert]')).toHaveText(/nobody/);
  expect(await violations(page)).toEqual([]);
  await begin(page);
  await menu(page);
  await page.getByRole('menuitem', { name: 'Invite a colleague' }).click();
  await expect(page.getByRole('dialog', { name: 'Invite a colleague' })).toContainText('Colleagues need a hub');
  await page.getByRole('button', { name: 'Connect to a hub' }).click();
  await expect(page.getByRole('dialog', { name: 'Add a workspace' }).getByLabel(/^Address of the hub/)).toBeFocused();
});

test('SUR-9 ALL-5 what was tried of the network stands in the log; cleared it is empty, also when one comes back to it', async ({ openPage }) => {
  const page = await openPage('sidepanel.html');
  await begin(page);
  await menu(page);
  await page.getByRole('menuitem', { name: 'Invite a colleague' }).click();
  await page.getByRole('button', { name: 'Connect to a hub' }).click();
  const add = page.getByRole('dialog', { name: 'Add a workspace' });
  // A port no browser asks anything of.
  await add.getByLabel(/^Address of the hub/).fill('http://127.0.0.1:9');
  await add.getByRole('button', { name: 'Connect' }).click();
  await expect(add.getByRole('alert')).toContainText('127.0.0.1:9 does not answer');
  const settings = await openPage('options.html#/privacy');
  await settings.setViewportSize({ width: 1280, height: 800 });
  const log = settings.getByRole('region', { name: 'What was sent where' });
  // Its two tries, each of which is in it: nothing comes after.
  await expect(log.getByRole('row', { name: /^Asking what is there/ })).toContainText('2 without an answer');
  await expect(log.getByRole('rowheader')).toHaveText(['127.0.0.1:9']);
  await log.getByRole('button', { name: 'Clear the log' }).click();
  await expect(log.getByText('The log is empty')).toBeVisible();
  await settings.close();
  const again = await openPage('options.html#/privacy');
  await again.setViewportSize({ width: 1280, height: 800 });
  await expect(again.getByText('The log is empty')).toBeVisible();
  await expect(again.getByRole('button', { name: 'Clear the log' })).toHaveCount(0);
  await expect(again.getByRole('rowheader')).toHaveCount(0);
});

test('SUR-9 without a hub one is called what one likes and so is the workspace; a second inbox and colleagues each say why not', async ({
  openPage,
}) => {
  const panel = await openPage('sidepanel.html');
  await begin(panel);
  const settings = await openPage('options.html#/people');
  // Beside the list of settings, where the new inbox is.
  await settings.setViewportSize({ width: 1280, height: 800 });
  await expect(settings.getByRole('heading', { level: 1, name: 'Agents and roles' })).toBeVisible({ timeout: 30_000 });
  await expect(settings.getByText('Colleagues need a hub')).toBeVisible();
  await expect(settings.getByRole('button', { name: 'Invite a colleague' })).toHaveCount(0);
  // Who one is: by the address one gave, not by the one that stands in for it.
  const oneself = settings.getByRole('listitem').filter({ hasText: 'Ida Berg (you)' });
  await expect(oneself).toContainText('ida@firma.example · ');
  await settings.getByRole('link', { name: 'Members' }).click();
  await expect(settings.getByRole('heading', { level: 1, name: /^Members/ })).toBeVisible();
  await expect(oneself).toContainText('ida@firma.example · ');
  await settings.getByRole('link', { name: 'Agents and roles' }).click();
  // One's own addresses are said where mails are read in.
  await expect(settings.getByRole('heading', { name: 'More addresses of yours' })).toHaveCount(0);
  await settings.getByRole('button', { name: 'Change the name of Ida Berg' }).click();
  await settings.getByLabel('Name, as customers and colleagues read it').fill('Ida Holm');
  await settings.getByRole('button', { name: 'Save' }).click();
  await expect(settings.getByRole('button', { name: 'Change the name of Ida Holm' })).toBeVisible();
  await settings.getByLabel('Name of the workspace').fill('Berg og Holm');
  await settings.getByRole('button', { name: 'Save' }).click();
  await expect(settings.getByRole('button', { name: 'Save' })).toHaveCount(0);
  expect(await violations(settings)).toEqual([]);
  await settings.reload();
  await expect(settings.getByLabel('Name of the workspace')).toHaveValue('Berg og Holm');
  await settings.getByRole('link', { name: 'New inbox' }).click();
  await expect(settings.getByText('A workspace on this computer has one inbox')).toBeVisible();
});

test('NTF-1 THR-15 SUR-9 without a hub one chooses whether one is told of what is back from snooze, and when not; the rest is said to need a hub', async ({
  openPage,
}) => {
  const panel = await openPage('sidepanel.html');
  await begin(panel);
  const settings = await openPage('options.html#/notifications');
  await settings.setViewportSize({ width: 1280, height: 800 });
  const way = settings.getByLabel('one I snoozed is back');
  await expect(way).toHaveValue('browser', { timeout: 30_000 });
  const whens = settings.getByRole('group', { name: 'Tell me when' });
  await expect(whens.getByRole('combobox')).toHaveCount(1);
  await expect(way.getByRole('option', { name: 'E-mail when away' })).toBeDisabled();
  await expect(settings.getByText(/^Nobody writes here but you, so this is all there is to be told of/)).toBeVisible();
  await way.selectOption({ label: 'Not at all' });
  await settings.getByLabel('Keep quiet every day').click();
  await expect(settings.getByLabel('From')).toBeVisible();
  expect(await violations(settings)).toEqual([]);
  await settings.getByRole('link', { name: 'Members' }).click();
  await settings.getByRole('link', { name: 'Notifications' }).click();
  await expect(way).toHaveValue('none');
  await expect(settings.getByLabel('Keep quiet every day')).toBeChecked();
});

test('K16 a hub and this computer stand side by side, each with its own; deleting one leaves the other', async ({ context, openPage, hub }) => {
  const page = await openPage('sidepanel.html');
  await begin(page);
  await addHub(context, page, hub);
  await expect(page.getByRole('listbox').getByRole('option').first()).toBeVisible({ timeout: 30_000 });
  await menu(page);
  await page.getByRole('menuitemradio', { name: 'Ida Berg · On this computer' }).click();
  await expect(page.getByRole('button', { name: 'On this computer' })).toBeVisible();
  await expect(page.getByRole('option')).toHaveCount(0);
  await menu(page);
  await page.getByRole('menuitem', { name: 'Delete this workspace' }).click();
  await page.getByRole('button', { name: 'Delete for good' }).click();
  await expect(page.getByRole('listbox').getByRole('option').first()).toBeVisible({ timeout: 30_000 });
});

async function addHub(context: BrowserContext, page: Page, hub: Parameters<typeof signIn>[2]) {
  await menu(page);
  await page.getByRole('menuitem', { name: 'Add a workspace' }).click();
  await signIn(context, page, hub);
}

/** A file dropped where the list is, as from the desktop. */
const drop = (page: Page, name: string, text: string) => dropAll(page, [{ name, text }]);
const dropAll = (page: Page, given: readonly { name: string; text: string }[]) =>
  page.evaluate((files) => {
    const data = new DataTransfer();
    for (const { name, text } of files) data.items.add(new File([text], name, { lastModified: 5 }));
    const onto = document.querySelector('main .list') ?? document.body;
    for (const type of ['dragover', 'drop']) onto.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: data }));
  }, given);
const at = (minutes: number) => new Date(Date.UTC(2026, 2, 2, 9, minutes)).toUTCString();
const mail = (n: number, head: string, body: string, type = 'plain') =>
  `From - Mon Mar 02 10:00:00 2026\nMessage-ID: <${n}@kunde.example>\nDate: ${at(n)}\n${head}\nContent-Type: text/${type}; charset=utf-8\n\n${body}\n\n`;
const archive = [
  mail(2, 'From: Ida Berg <ida@firma.example>\nTo: kari@kunde.example\nSubject: Re: Stole\nIn-Reply-To: <1@kunde.example>', 'De er klar.'),
  mail(1, 'From: Kari Lund <kari@kunde.example>\nTo: ida@firma.example\nSubject: Stole', 'Er stolene klar?'),
  mail(
    3,
    'From: Per Holm <per@kunde.example>\nTo: ida@firma.example\nCc: bo@lager.example\nSubject: Borde',
    '<p>Hvad koster et bord &ndash; i <b>b&oslash;g?</b><img src="https://billeder.kunde.example/bord.png" alt="">',
    'html',
  ),
].join('');
const row = (page: Page, subject: string) => page.getByRole('option', { name: new RegExp(subject) });

test('SUR-9 an archive dropped onto the list becomes conversations to work with; what needs a hub says why and offers a way on', async ({
  openPage,
}) => {
  const page = await openPage('sidepanel.html');
  await begin(page);
  await expect(page.getByText('No mail here yet')).toBeVisible();
  await drop(page, 'arkiv.mbox', archive);
  const dialog = page.getByRole('dialog', { name: 'Import mail' });
  await expect(dialog.getByRole('listitem')).toContainText('3 new', { timeout: 30_000 });
  expect(await violations(page)).toEqual([]);
  await drop(page, 'logo.png', '\u0089PNG');
  await expect(dialog).toContainText('There is no mail in it');
  await dialog.getByRole('button', { name: 'Close' }).click();

  await expect(row(page, 'Borde')).toBeVisible();
  await expect(row(page, 'Stole')).toHaveCount(0);
  await row(page, 'Borde').click();
  await expect(page.getByText('1 remote image held back. A hub would fetch them')).toBeVisible();
  await page.getByRole('button', { name: 'Connect to a hub' }).click();
  const add = page.getByRole('dialog', { name: 'Add a workspace' });
  await expect(add.getByLabel(/^Address of the hub/)).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(add).toBeHidden();
  await page.keyboard.press('i');
  await page.getByRole('textbox', { name: 'Text of the comment' }).click();
  await page.keyboard.insertText('Spørg Bo');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('article', { name: /^Internal comment by/ })).toContainText('Spørg Bo');

  await page.keyboard.press('r');
  await page.getByRole('textbox', { name: 'Text of the reply' }).click();
  await page.keyboard.insertText('100 kr.');
  await expect(page.getByText('Samtale cannot send without a hub.')).toBeVisible();
  const link = new URL((await page.getByRole('link', { name: 'Open in mail program' }).getAttribute('href')) ?? '');
  expect(link.pathname).toBe('per@kunde.example');
  expect(link.searchParams.get('cc')).toBe('bo@lager.example');
  expect(link.searchParams.get('subject')).toBe('Re: Borde');
  expect(link.searchParams.get('body')).toMatch(/^100 kr\.\r\n\r\nOn .*Per Holm wrote:\r\n> Hvad koster et bord – i bøg\?/);
  expect(await violations(page)).toEqual([]);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as draft file' }).click();
  expect((await download).suggestedFilename()).toMatch(/\.eml$/);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: /^Draft to Per/ })).toBeVisible();

  await page.getByRole('button', { name: 'Close', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Reopen', exact: true })).toBeVisible();
  await page.keyboard.press('z');
  await expect(page.getByRole('button', { name: 'Close', exact: true })).toBeVisible();
  await page.reload();
  await expect(row(page, 'Borde').locator('.paper')).toContainText('Spørg Bo');
  await expect(page.getByRole('button', { name: 'On this computer' })).toBeVisible();

  // The same archive once more: nothing twice; undone, what was worked in stays.
  await drop(page, 'arkiv.mbox', archive);
  await expect(dialog.getByRole('listitem').first()).toContainText('3 already here', { timeout: 30_000 });
  await dialog.getByRole('button', { name: 'Undo' }).click();
  await expect(dialog).toContainText('Taken out again, but for 1 mail: you have worked in its conversation since.');
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(row(page, 'Borde')).toBeVisible();
  await page.getByRole('navigation').getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: /^All closed/ }).click();
  await expect(page.getByText('Nothing has been closed yet.')).toBeVisible();

  // In the language with the longer words, in dark, narrow and wide: nothing axe would complain of.
  await menu(page);
  await page.getByRole('menuitemradio', { name: 'Dansk' }).click();
  await page.getByRole('button', { name: 'Sprog, tema og session' }).click();
  await page.getByRole('menuitemradio', { name: 'Mørkt' }).click();
  await page.goto(page.url().replace('sidepanel.html', 'inbox.html'));
  for (const width of [400, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    await page.getByRole('button', { name: 'Sprog, tema og session' }).click();
    await page.getByRole('menuitem', { name: 'Importér mails' }).click();
    await expect(page.getByRole('dialog', { name: 'Importér mails' }).getByRole('listitem')).toHaveCount(3);
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Luk', exact: true }).click();
    await expect(page.getByRole('dialog')).toHaveCount(0);
  }
});

test('SUR-9 a page closed in the middle of an import: it says so, also of the file that waited, and the same files go on where they stood', async ({
  openPage,
}) => {
  const page = await openPage('sidepanel.html');
  await begin(page);
  const many = Array.from({ length: 1500 }, (_, n) => mail(n, `From: k${n}@kunde.example\nTo: ida@firma.example\nSubject: Nr ${n}`, 'Hej')).join('');
  const after = mail(2001, 'From: kurt@kunde.example\nTo: ida@firma.example\nSubject: Bagefter', 'Hej');
  const both = [
    { name: 'stor.mbox', text: many },
    { name: 'efter.mbox', text: after },
  ];
  await dropAll(page, both);
  const dialog = page.getByRole('dialog', { name: 'Import mail' });
  const line = (name: string) => dialog.getByRole('listitem').filter({ has: page.getByText(name, { exact: true }) });
  await expect(dialog.getByRole('progressbar')).toBeVisible();
  await expect(line('efter.mbox')).toContainText('Waits for the files before it');
  // Of mails, that is: before, it is bytes looked through.
  await expect.poll(() => page.locator('progress[max="1500"]').getAttribute('value').then(Number), { timeout: 60_000 }).toBeGreaterThan(19);
  await page.reload();
  await expect(page.getByRole('button', { name: 'Import not finished' })).toBeVisible();
  await expect(page.getByRole('option').first()).toBeVisible();
  await menu(page);
  await page.getByRole('menuitem', { name: 'Import mail' }).click();
  await expect(line('stor.mbox')).toContainText(/Stopped at [\d,]+ of 1,500/);
  await expect(line('efter.mbox')).toContainText('Stopped before the first mail. Choose the same file again to begin.');
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await dropAll(page, both);
  await expect(line('stor.mbox')).toContainText('1,500 new', { timeout: 90_000 });
  await expect(line('efter.mbox')).toContainText('1 new', { timeout: 30_000 });
  await expect(dialog.getByRole('listitem')).toHaveCount(2);
  await expect(dialog.getByText('already here')).toHaveCount(0);
});

test('SUR-9 a page closed in the middle of an import is told by one that stays open, where the same file goes on', async ({ openPage }) => {
  const page = await openPage('sidepanel.html');
  await begin(page);
  const many = Array.from({ length: 1500 }, (_, n) => mail(n, `From: k${n}@kunde.example\nTo: ida@firma.example\nSubject: Nr ${n}`, 'Hej')).join('');
  const stays = await openPage('inbox.html');
  await drop(page, 'stor.mbox', many);
  await expect.poll(() => page.locator('progress[max="1500"]').getAttribute('value').then(Number), { timeout: 60_000 }).toBeGreaterThan(19);
  await page.close();
  await expect(stays.getByRole('button', { name: 'Import not finished' })).toBeVisible({ timeout: 30_000 });
  await drop(stays, 'stor.mbox', many);
  const line = stays.getByRole('dialog', { name: 'Import mail' }).getByRole('listitem');
  await expect(line).toContainText('1,500 new', { timeout: 90_000 });
  await expect(line).toHaveCount(1);
});

test('SUR-9 mails in files of their own, dropped or picked together: what is new, what was here, and which file is no mail; undone, all are gone', async ({
  openPage,
}) => {
  const page = await openPage('sidepanel.html');
  await begin(page);
  const eml = (n: number, name: string, subject: string) => ({
    name,
    text: mail(n, `From: Kari Lund <kari@kunde.example>\nTo: ida@firma.example\nSubject: ${subject}`, 'Hej').replace(/^From .*\n/, ''),
  });
  const [first, second] = [eml(1, 'stole.eml', 'Stole'), eml(2, 'borde.eml', 'Borde')];
  await dropAll(page, [
    first,
    second,
    { ...first, name: 'stole (1).eml' },
    { name: 'ikke.eml', text: 'Husk mælk' },
    { name: 'a.png', text: '\u0089PNG' },
  ]);
  const dialog = page.getByRole('dialog', { name: 'Import mail' });
  const line = (name: string) => dialog.getByRole('listitem').filter({ has: page.getByText(name, { exact: true }) });
  await expect(line('stole.eml + 3')).toContainText('Read to the end.', { timeout: 30_000 });
  await expect(line('stole.eml + 3')).toContainText('1 file is no mail and was left out: ikke.eml');
  await expect(line('stole.eml + 3')).toContainText('2 new, 1 already here');
  await expect(line('a.png')).toHaveText('a.pngThere is no mail in it. Samtale reads .eml and .mbox files.');
  await expect(dialog.getByRole('listitem')).toHaveCount(2);
  expect(await violations(page)).toEqual([]);

  const picked = [second, eml(3, 'lamper.eml', 'Lamper')].map(({ name, text }) => ({ name, mimeType: 'message/rfc822', buffer: Buffer.from(text) }));
  await dialog.locator('input[type=file]').setInputFiles(picked);
  await expect(line('borde.eml + 1')).toContainText('1 new, 1 already here', { timeout: 30_000 });
  await expect(line('borde.eml + 1')).toContainText('All of it is read in.');
  await dialog.getByRole('button', { name: 'Close' }).click();
  for (const subject of ['Stole', 'Borde', 'Lamper']) await expect(row(page, subject)).toHaveCount(1);

  await menu(page);
  await page.getByRole('menuitem', { name: 'Import mail' }).click();
  // Each takes out what it brought, and not what it found here.
  await line('borde.eml + 1').getByRole('button', { name: 'Undo' }).click();
  await expect(line('borde.eml + 1').getByText('Taken out again.', { exact: true })).toBeVisible();
  await expect(row(page, 'Lamper')).toHaveCount(0);
  for (const subject of ['Stole', 'Borde']) await expect(row(page, subject)).toHaveCount(1);
  await line('stole.eml + 3').getByRole('button', { name: 'Undo' }).click();
  await expect(line('stole.eml + 3').getByText('Taken out again.', { exact: true })).toBeVisible();
  await expect(page.getByRole('option')).toHaveCount(0);
  expect(await held(page)).toEqual({ conversations: 0, files: 0, imported: 0 });
});

/** What there is of mails in the database of the one workspace. */
async function held(page: Page) {
  const [connection] = await readConnections(page);
  const tables = ['conversations', 'files', 'imported'] as const;
  const counts = await Promise.all(tables.map(async (table) => [table, (await readTable(page, `samtale-${connection?.id}`, table)).length] as const));
  return Object.fromEntries(counts);
}

test('SUR-9 an archive is stopped in the middle, what came in stays, the same file goes on where it stood, and all of it is undone', async ({
  openPage,
}) => {
  const page = await openPage('sidepanel.html');
  await begin(page);
  const total = 500;
  const many = Array.from({ length: total }, (_, n) => mail(n, `From: k${n}@kunde.example\nTo: ida@firma.example\nSubject: Nr ${n}`, 'Hej')).join('');
  await drop(page, 'stor.mbox', many);
  const dialog = page.getByRole('dialog', { name: 'Import mail' });
  await expect(dialog).toContainText(/\d+ of 500 mails/, { timeout: 60_000 });
  await dialog.getByRole('button', { name: 'Stop', exact: true }).click();
  await expect(dialog).toContainText(/Stopped at \d+ of 500\. Choose the same file again to go on\./, { timeout: 30_000 });
  expect(await violations(page)).toEqual([]);
  const stoppedAt = Number(/Stopped at (\d+)/.exec(await dialog.innerText())?.[1]);
  expect(stoppedAt).toBeLessThan(total);
  await expect(dialog).toContainText(`${stoppedAt} new`);
  expect(await held(page)).toEqual({ conversations: stoppedAt, files: stoppedAt, imported: stoppedAt });
  await page.reload();
  await expect(page.getByRole('option').first()).toBeVisible();
  expect(await held(page)).toMatchObject({ conversations: stoppedAt });

  await drop(page, 'stor.mbox', many);
  await expect(dialog.getByRole('listitem')).toContainText('500 new', { timeout: 90_000 });
  await expect(dialog.getByRole('listitem')).toHaveCount(1);
  await expect(dialog.getByText('already here')).toHaveCount(0);
  expect(await held(page)).toEqual({ conversations: total, files: total, imported: total });
  await dialog.getByRole('button', { name: 'Undo' }).click();
  await expect(dialog).toContainText('Taken out again', { timeout: 90_000 });
  expect(await held(page)).toEqual({ conversations: 0, files: 0, imported: 0 });
});
