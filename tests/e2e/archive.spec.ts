import { readFileSync, writeFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { type ArchiveTable, type RowTable, rowTables } from '../../utils/archive/archive-format';
import { typedWordsKey } from '../../utils/connection/typed-place';
import { readZip } from '../support/read-zip';
import { expect, test } from './fixtures';
import { databaseNames, readConnections, readTable } from './support/read-store';
import { secretsOf } from './support/secrets-of';
import { signIn } from './support/sign-in';
import { violations } from './support/violations';

const mail = (n: number, from: string, subject: string, body: string, type = 'text/html; charset=utf-8') =>
  `From - Mon Mar 02 10:00:00 2026\nMessage-ID: <${n}@arkiv.example>\nDate: Mon, 02 Mar 2026 09:0${n}:00 +0000\nFrom: ${from}\nTo: ida@firma.example\nSubject: ${subject}\nContent-Type: ${type}\n\n${body}\n\n`;
const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const pdf = '%PDF-1.4\n%æøå 1 stol\n%%EOF\n';
/** An image seen in the mail, and a file beside it. */
const withFiles = [
  '--m\nContent-Type: multipart/related; boundary=r\n',
  '--r\nContent-Type: text/html; charset=utf-8\n\n<p>Se lampen <img src="cid:lampe@arkiv.example" alt="Lampe"></p>',
  `--r\nContent-Type: image/png; name="lampe.png"\nContent-Disposition: inline; filename="lampe.png"\nContent-ID: <lampe@arkiv.example>\nContent-Transfer-Encoding: base64\n\n${png}`,
  '--r--\n',
  `--m\nContent-Type: application/pdf; name="tilbud.pdf"\nContent-Disposition: attachment; filename="tilbud.pdf"\nContent-Transfer-Encoding: base64\n\n${Buffer.from(pdf).toString('base64')}`,
  '--m--',
].join('\n');
const mbox = [
  mail(1, 'Kari Lund <kari@kunde.example>', 'Arkiv: stole', '<p>Er <b>stolene</b> klar?</p>'),
  mail(2, 'Per Holm <per@kunde.example>', 'Arkiv: borde', '<p>Hvad koster et bord?</p>'),
  mail(3, 'Eva Rask <eva@kunde.example>', 'Arkiv: lamper', withFiles, 'multipart/mixed; boundary=m'),
  mail(4, 'Ole Friis <ole@kunde.example>', 'Arkiv: reoler', '<p>Hvornår kommer de?</p>'),
].join('');

/** Where the rows of an archive’s tables lie in the store, for those that are not there by their own name. */
const ofTheirOwn: Record<Exclude<ArchiveTable, RowTable>, string | null> = {
  conversations: 'conversations',
  messages: 'threads',
  bodies: 'bodies',
  files: 'files',
  // Beside the workspaces of the device.
  typed: null,
  // Made of the rows and files when it is taken out.
  mails: null,
  // What waits for a hub; here there is none.
  unsent: null,
};
const tables = [...rowTables, ...Object.values(ofTheirOwn).filter((table) => table !== null), 'counters', 'meta'];

/** Every table an archive names and what follows from them, files by their bytes; and the words typed and not saved, whatever the workspace is called. */
async function everything(page: Page): Promise<Record<string, unknown>> {
  const [connection] = await readConnections(page);
  const name = `samtale-${connection?.id}`;
  const typed = (await readTable(page, 'samtale', 'settings')) as { key: string; value: unknown }[];
  return {
    ...Object.fromEntries(await Promise.all(tables.map(async (table) => [table, await readTable(page, name, table)]))),
    files: await filesOf(page, name),
    typed: typed.filter(({ key }) => key.startsWith(typedWordsKey(connection?.id ?? '-'))).map(({ value }) => value),
  };
}

const filesOf = (page: Page, database: string) =>
  page.evaluate(async (name) => {
    const opened = await new Promise<IDBDatabase>((done, fail) => {
      const asked = indexedDB.open(name);
      asked.onsuccess = () => done(asked.result);
      asked.onerror = () => fail(asked.error);
    });
    const rows = await new Promise<{ hash: string; type: string; size: number; at: number; blob: Blob }[]>((done, fail) => {
      const asked = opened.transaction('files').objectStore('files').getAll();
      asked.onsuccess = () => done(asked.result);
      asked.onerror = () => fail(asked.error);
    });
    opened.close();
    return Promise.all(
      rows.map(async ({ blob, ...file }) => ({ ...file, bytes: btoa(String.fromCharCode(...new Uint8Array(await blob.arrayBuffer()))) })),
    );
  }, database);
const rows = (page: Page) => page.getByRole('listbox').getByRole('option');

/** Where there is no picker the archive goes to the downloads, as in Firefox. */
const withoutPicker = () => Object.assign(window, { showSaveFilePicker: undefined });

async function exportAll(page: Page, name: string, file: string): Promise<string> {
  await page.getByRole('button', { name: `Export everything of ${name}` }).click();
  const dialog = page.getByRole('dialog', { name: /^Export everything/ });
  expect(await violations(page)).toEqual([]);
  const download = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Export everything' }).click();
  await (await download).saveAs(file);
  const words = await dialog.getByText('The archive is whole').textContent();
  await dialog.getByRole('button', { name: 'Close' }).click();
  return words ?? '';
}

/** First run on this computer, with both mails read in. */
async function workspaceOf(page: Page) {
  await page.getByRole('radio', { name: 'On this computer' }).check();
  await page.getByLabel('Your name').fill('Ida Berg');
  await page.getByLabel(/^Your own e-mail addresses/).fill('ida@firma.example');
  await page.getByRole('button', { name: 'Begin' }).click();
  await expect(page.getByText('No mail here yet')).toBeVisible();
  await page.getByRole('button', { name: 'Language, theme and session' }).click();
  await page.getByRole('menuitem', { name: 'Import mail' }).click();
  const dialog = page.getByRole('dialog', { name: 'Import mail' });
  await dialog.locator('input[type=file]').setInputFiles({ name: 'arkiv.mbox', mimeType: 'application/mbox', buffer: Buffer.from(mbox) });
  await expect(dialog.getByRole('listitem')).toContainText('4 new', { timeout: 30_000 });
  await dialog.getByRole('button', { name: 'Close' }).click();
}

test('ALL-6 a workspace is taken out whole, the device is reset, and it comes back as it was; a broken file does not', async ({
  context,
  openPage,
}, info) => {
  await context.addInitScript(withoutPicker);
  const page = await openPage('sidepanel.html');
  await workspaceOf(page);
  await rows(page).filter({ hasText: 'Arkiv: borde' }).click();
  await page.keyboard.press('i');
  await page.getByRole('textbox', { name: 'Text of the comment' }).click();
  await page.keyboard.insertText('Spørg Bo');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('article', { name: /^Internal comment by/ })).toContainText('Spørg Bo');
  await page.keyboard.press('Escape');
  await rows(page).filter({ hasText: 'Arkiv: stole' }).click();
  await page.getByRole('button', { name: 'Close', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Reopen', exact: true })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(rows(page)).toHaveCount(3);
  await rows(page).filter({ hasText: 'Arkiv: reoler' }).click();
  await page.keyboard.press('h');
  const until = page.getByRole('textbox', { name: 'Snooze until' });
  await until.fill('in 3 weeks');
  await until.press('Enter');
  await expect(
    page
      .getByRole('region')
      .getByText(/^Snoozed/)
      .first(),
  ).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(rows(page)).toHaveCount(2);
  // A draft with a file of its own.
  await rows(page).filter({ hasText: 'Arkiv: lamper' }).click();
  await page.keyboard.press('r');
  await page.getByRole('textbox', { name: 'Text of the reply' }).click();
  await page.keyboard.insertText('Vi har lampen.');
  await page.locator('input[type=file]').setInputFiles({ name: 'pris.txt', mimeType: 'text/plain', buffer: Buffer.from('900 kr.') });
  await expect(page.getByText('pris.txt').first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: /^Draft to Eva/ })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(rows(page)).toHaveCount(2);
  const seen = await rows(page).allInnerTexts();
  await page.goto('about:blank');

  const settings = await openPage('options.html#/device');
  await settings.setViewportSize({ width: 1280, height: 900 });
  const before = await everything(settings);
  const file = info.outputPath('samtale.zip');
  expect(await exportAll(settings, 'On this computer', file)).toContain('4 conversations, 4 mails, 7 files');
  const inside = readZip(readFileSync(file));
  expect([...inside.keys()].filter((path) => path.endsWith('.eml')).sort()).toEqual([
    ...['borde', 'lamper', 'reoler', 'stole'].map((what) => `mail/Inbox/2026-03-02 Arkiv ${what}.eml`),
  ]);
  expect(inside.get('files/tilbud.pdf')?.toString()).toBe(pdf);
  expect(inside.get('files/lampe.png')?.toString('base64')).toBe(png);
  expect(inside.get('mail/Inbox/2026-03-02 Arkiv stole.eml')?.toString()).toContain('<b>stolene</b>');

  await settings.getByRole('button', { name: 'Reset this device' }).click();
  const reset = settings.getByRole('dialog');
  await expect(reset.getByRole('listitem').first()).toHaveText(/^Ida Berg.s workspace on this computer, .*There is no copy of it anywhere else\.$/);
  // No hub was ever connected.
  await expect(reset).not.toContainText('stay on the hub');
  await reset.getByRole('button', { name: 'Reset this device' }).click();
  await expect(settings.getByRole('dialog')).toHaveCount(0);
  expect(await readConnections(settings)).toEqual([]);
  await settings.close();

  // The way back is where one begins.
  const fresh = await openPage('sidepanel.html');
  await fresh.getByRole('button', { name: 'Bring an archive back' }).click();
  const back = fresh.getByRole('dialog', { name: 'Bring an archive back' });
  expect(await violations(fresh)).toEqual([]);
  const whole = readFileSync(file);
  const broken = Buffer.from(whole);
  broken.writeUInt8(broken.readUInt8(whole.length >> 1) ^ 0xff, whole.length >> 1);
  for (const [bytes, why] of [
    [broken, 'The archive is damaged'],
    [whole.subarray(0, whole.length - 100), 'The archive is damaged'],
    [Buffer.from('a letter'), 'no archive made by Samtale'],
  ] as const) {
    writeFileSync(info.outputPath('broken.zip'), bytes);
    await back.locator('input[type=file]').setInputFiles(info.outputPath('broken.zip'));
    await expect(back).toContainText(why);
  }
  expect(await readConnections(fresh)).toEqual([]);
  expect((await databaseNames(fresh)).filter((name) => name.startsWith('samtale-'))).toEqual([]);
  await back.locator('input[type=file]').setInputFiles(file);
  await expect(rows(fresh)).toHaveCount(2, { timeout: 30_000 });
  expect(await rows(fresh).allInnerTexts()).toEqual(seen);
  expect(await everything(fresh)).toEqual(before);
  await rows(fresh).filter({ hasText: 'Arkiv: borde' }).click();
  await expect(fresh.getByRole('article', { name: /^Internal comment by/ })).toContainText('Spørg Bo');
});

test('SUR-9 S38 what a device holds of a hub goes out without its keys, and comes back as a workspace of this computer', async ({
  context,
  openPage,
  hub,
}, info) => {
  test.setTimeout(120_000);
  await context.addInitScript(withoutPicker);
  const page = await openPage('sidepanel.html');
  await signIn(context, page, hub);
  await expect(rows(page).first()).toBeVisible({ timeout: 30_000 });
  const [connection] = await readConnections(page);
  const { refresh, access } = await secretsOf(page, connection?.id ?? '');
  await page.goto(page.url().replace('sidepanel.html', 'options.html#/device'));
  await page.setViewportSize({ width: 1280, height: 900 });
  const name = (await page.locator('.settings-line b, .settings-line .font-semibold').first().innerText()).split(' ·')[0] ?? '';
  const file = info.outputPath('hub.zip');
  await exportAll(page, name.trim(), file);
  const inside = [...readZip(readFileSync(file))].map(([path, bytes]) => `${path}\n${bytes.toString()}`).join('\n');
  expect(inside).toContain('"kind": "hub"');
  for (const secret of [refresh, access ?? refresh]) expect(inside).not.toContain(secret);
  const client = (await readTable(page, `samtale-${connection?.id}`, 'meta')).find((row) => (row as { key: string }).key === 'client') as {
    clientId: string;
  };
  expect(inside).not.toContain(client.clientId);

  await page.getByRole('button', { name: 'Bring an archive back' }).click();
  await page.getByRole('dialog').locator('input[type=file]').setInputFiles(file);
  await expect(page.getByText(/^Everything is back: .*Here it stands alone/).first()).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole('listitem').filter({ hasText: 'On this computer' })).toContainText('shown now');
  await page.goto(page.url().replace(/options\.html.*/, 'sidepanel.html'));
  await rows(page).first().click();
  await page.keyboard.press('r');
  await expect(page.getByText('Samtale cannot send without a hub.')).toBeVisible();
});

test('D15 export and reset say of hidden messages that what they said is in no archive, and nothing where there is none', async ({ openPage }) => {
  const page = await openPage('sidepanel.html');
  await workspaceOf(page);
  const settings = await openPage('options.html#/device');
  const exporting = settings.getByRole('dialog', { name: /^Export everything/ });
  const resetting = settings.getByRole('dialog', { name: /^Reset/ });
  const ask = async (hidden: boolean) => {
    await settings.getByRole('button', { name: 'Export everything of On this computer' }).click();
    await expect(exporting.getByRole('button', { name: 'Export everything' })).toBeVisible();
    await expect(exporting.getByText('1 message is hidden; what it said is not in the archive.')).toHaveCount(hidden ? 1 : 0);
    expect(await violations(settings)).toEqual([]);
    await exporting.getByRole('button', { name: 'Close' }).click();
    await settings.getByRole('button', { name: 'Reset this device' }).click();
    await expect(resetting.getByText('There is no copy of it anywhere else.')).toBeVisible();
    await expect(resetting.getByText('1 message in it is hidden; what it said is in no archive either.')).toHaveCount(hidden ? 1 : 0);
    expect(await violations(settings)).toEqual([]);
    await settings.keyboard.press('Escape');
    await expect(resetting).toBeHidden();
  };
  await ask(false);
  await rows(page).filter({ hasText: 'Arkiv: borde' }).click();
  await page
    .getByRole('article', { name: /From Per Holm/ })
    .getByRole('button', { name: 'More about this message' })
    .click();
  await page.getByRole('menuitem', { name: 'Hide message' }).click();
  await expect(page.getByText(/^Message hidden by you/)).toHaveCount(1);
  await ask(true);
});
