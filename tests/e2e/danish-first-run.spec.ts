import { expect, test } from './fixtures';
import { threadOf } from './support/conversation';
import { da, everyWidth, fromMenu, look, lookAtDialog, panelWidths } from './support/danish';
import { holdStore } from './support/hold-store';
import { readConnections } from './support/read-store';

test('ALL-3 ALL-4 SUR-9 in Danish nothing is cut off without a hub, and axe finds nothing: first run, a workspace of this computer, the sample', async ({
  openPage,
}) => {
  const page = await openPage('sidepanel.html');
  await page.getByRole('radio', { name: 'On this computer' }).check();
  await page.goto(page.url().replace('sidepanel.html', 'options.html#/appearance'));
  await page.getByRole('radio', { name: 'Dansk' }).check();
  await look(page, 'appearance without a workspace', everyWidth);
  await page.goto(page.url().replace(/options.*/, 'sidepanel.html'));
  await page.getByRole('radio', { name: da('firstRunHub') }).waitFor();
  await look(page, 'first run', everyWidth);
  await page.getByRole('textbox').fill('http://hub.havnegaard.example');
  await page.locator('button[type=submit]').click();
  await page.getByRole('alert').first().waitFor();
  await look(page, 'first run problem', everyWidth);
  await page.getByRole('button', { name: da('archiveRestore') }).click();
  await lookAtDialog(page, 'restore dialog', everyWidth);
  await page.getByRole('radio', { name: da('onThisComputer') }).check();
  await page.locator('button[type=submit]').click();
  await page.getByRole('alert').first().waitFor();
  await look(page, 'first run here', everyWidth);
  await page.getByLabel(da('localName')).fill('Ida Berg');
  await page.getByLabel(da('localAddresses')).fill('ida@firma.example');
  await page.getByRole('button', { name: da('localBegin') }).click();
  await page.getByText(da('importEmpty')).waitFor();
  await look(page, 'local empty');
  await fromMenu(page, da('inviteTitle'));
  await lookAtDialog(page, 'needs a hub');
  await fromMenu(page, da('importTitle'));
  const mail = (n: number) =>
    `From - Mon Mar 02 10:00:00 2026\nMessage-ID: <${n}@kunde.example>\nDate: Mon, 2 Mar 2026 10:0${n}:00 +0100\nFrom: Per Holm <per@kunde.example>\nTo: ida@firma.example\nSubject: Borde ${n}\n\nHvad koster et bord?\n\n`;
  const [{ id = '' } = {}] = await readConnections(page);
  const database = `samtale-${id}`;
  const letIn = await holdStore(page, database, 'conversations');
  await page.getByLabel(da('importChoose')).setInputFiles([
    { name: 'arkiv-med-et-langt-navn-fra-den-gamle-computer.mbox', mimeType: 'application/mbox', buffer: Buffer.from(mail(1) + mail(2)) },
    { name: 'logo.png', mimeType: 'image/png', buffer: Buffer.from('\u0089PNG') },
  ]);
  await expect(page.getByRole('dialog')).toContainText(da('importRunning', { done: '0', total: '2' }), { timeout: 30_000 });
  await look(page, 'import on its way', everyWidth);
  await letIn();
  await expect(page.getByRole('dialog')).toContainText('2 nye', { timeout: 30_000 });
  await look(page, 'import dialog', everyWidth);
  await page
    .getByRole('dialog')
    .getByRole('button', { name: da('close') })
    .click();
  await look(page, 'local list');
  await page.getByRole('listbox').focus();
  await page.keyboard.press('Control+a');
  const bar = page.getByRole('toolbar', { name: da('blkBar') });
  await expect(bar).toContainText(da('blkSelected_other', { count: '2' }));
  await look(page, 'some ticked', everyWidth);
  await page.keyboard.press('h');
  await lookAtDialog(page, 'snooze several', everyWidth);
  await page.keyboard.press('t');
  await lookAtDialog(page, 'tag several', everyWidth);
  const goOn = await holdStore(page, database, 'conversations');
  await page.keyboard.press('e');
  await page.getByText(da('blkProgress', { done: '0', total: '2' })).waitFor();
  await look(page, 'acting on several', everyWidth);
  await goOn();
  await expect(page.getByText(da('blkDidClose_other', { count: '2' })).first()).toBeVisible();
  await look(page, 'several closed', everyWidth);
  await page
    .getByRole('button', { name: new RegExp(`^${da('importUndo')}`) })
    .first()
    .click();
  await page.getByRole('option').nth(1).waitFor();
  await page.getByRole('option').first().click();
  await threadOf(page).first().waitFor();
  await page.keyboard.press('r');
  await page.getByRole('textbox', { name: da('replyText') }).click();
  await page.keyboard.insertText('100 kr.');
  await page.getByText(da('localSendsNothing')).waitFor();
  await look(page, 'local reply');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await fromMenu(page, da('localDelete'));
  await lookAtDialog(page, 'delete local');
  const home = page.url().replace(/sidepanel.*/, 'options.html');
  await page.goto(`${home}#/`);
  await page.getByRole('navigation').getByRole('link').first().waitFor();
  await page.setViewportSize({ width: 1440, height: 900 });
  const places = await page
    .locator('nav a')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? '').filter((href) => href.startsWith('#')));
  for (const place of new Set([...places, '#/connect-channel', '#/people'])) {
    await page.goto(`${home}${place}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await look(page, `local settings ${place.replace(/[0-9a-f-]{36}/, '')}`, everyWidth);
  }
  await page.goto(`${home.replace('options.html', 'sidepanel.html')}`);
  await fromMenu(page, da('addConnection'));
  await page
    .getByRole('dialog')
    .getByRole('button', { name: da('sampleLook') })
    .click();
  await page.getByRole('region', { name: da('sampleAbout') }).waitFor({ timeout: 60_000 });
  await page.getByRole('option').first().waitFor({ timeout: 60_000 });
  await look(page, 'sample');
  await look(page, 'sample menu', panelWidths, () => page.getByRole('button', { name: da('panelMenu') }).click());
});
