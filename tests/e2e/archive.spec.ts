import { readFileSync, writeFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { readZip } from '../support/read-zip';
import { expect, test } from './fixtures';
import { databaseNames, readConnections, readTable } from './support/read-store';
import { secretsOf } from './support/secrets-of';
import { signIn } from './support/sign-in';
import { violations } from './support/violations';

const mail = (n: number, from: string, subject: string, body: string) =>
  `From - Mon Mar 02 10:00:00 2026\nMessage-ID: <${n}@arkiv.example>\nDate: Mon, 02 Mar 2026 09:0${n}:00 +0000\nFrom: ${from}\nTo: ida@firma.example\nSubject: ${subject}\nContent-Type: text/html; charset=utf-8\n\n<p>${body}</p>\n\n`;
const mbox = [
  mail(1, 'Kari Lund <kari@kunde.example>', 'Arkiv: stole', 'Er <b>stolene</b> klar?'),
  mail(2, 'Per Holm <per@kunde.example>', 'Arkiv: borde', 'Hvad koster et bord?'),
].join('');

const tables = ['workspaces', 'agents', 'contacts', 'inboxes', 'channels', 'members', 'conversations', 'threads', 'bodies', 'mailIds'];
const others = ['drafts', 'undoEntries', 'counters', 'imports', 'imported', 'meta'];

/** Every table of a workspace that holds anything a person sees or a rule reads. */
async function everything(page: Page): Promise<Record<string, unknown>> {
  const [connection] = await readConnections(page);
  const name = `samtale-${connection?.id}`;
  const files = (await readTable(page, name, 'files')) as { hash: string; type: string; size: number; at: number }[];
  return {
    ...Object.fromEntries(await Promise.all([...tables, ...others].map(async (table) => [table, await readTable(page, name, table)]))),
    files: files.map(({ hash, type, size, at }) => ({ hash, type, size, at })),
  };
}
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

test('ALL-6 a workspace is taken out whole, the device is reset, and it comes back as it was; a broken file does not', async ({
  context,
  openPage,
}, info) => {
  await context.addInitScript(withoutPicker);
  const page = await openPage('sidepanel.html');
  await page.getByRole('radio', { name: 'On this computer' }).check();
  await page.getByLabel('Your name').fill('Ida Berg');
  await page.getByLabel(/^Your own e-mail addresses/).fill('ida@firma.example');
  await page.getByRole('button', { name: 'Begin' }).click();
  await expect(page.getByText('No mail here yet')).toBeVisible();
  await page.getByRole('button', { name: 'Language, theme and session' }).click();
  await page.getByRole('menuitem', { name: 'Import mail' }).click();
  const dialog = page.getByRole('dialog', { name: 'Import mail' });
  await dialog.locator('input[type=file]').setInputFiles({ name: 'arkiv.mbox', mimeType: 'application/mbox', buffer: Buffer.from(mbox) });
  await expect(dialog.getByRole('listitem')).toContainText('2 new', { timeout: 30_000 });
  await dialog.getByRole('button', { name: 'Close' }).click();
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
  await expect(rows(page)).toHaveCount(1);
  const seen = await rows(page).innerText();
  await page.goto('about:blank');

  const settings = await openPage('options.html#/device');
  await settings.setViewportSize({ width: 1280, height: 900 });
  const before = await everything(settings);
  const file = info.outputPath('samtale.zip');
  expect(await exportAll(settings, 'On this computer', file)).toContain('2 conversations, 2 mails, 2 files');
  const inside = readZip(readFileSync(file));
  expect([...inside.keys()].filter((path) => path.endsWith('.eml')).sort()).toEqual([
    'mail/Inbox/2026-03-02 Arkiv borde.eml',
    'mail/Inbox/2026-03-02 Arkiv stole.eml',
  ]);
  expect(inside.get('mail/Inbox/2026-03-02 Arkiv stole.eml')?.toString()).toContain('<b>stolene</b>');

  await settings.getByRole('button', { name: 'Reset this device' }).click();
  await settings.getByRole('dialog').getByRole('button', { name: 'Reset this device' }).click();
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
  await expect(rows(fresh)).toHaveCount(1, { timeout: 30_000 });
  expect(await rows(fresh).innerText()).toBe(seen);
  expect(await everything(fresh)).toEqual(before);
  await rows(fresh).click();
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
