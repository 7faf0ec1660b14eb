import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { da, everyWidth, fromMenu, inDanish, look, lookAtDialog } from './support/danish';
import { HubProcess } from './support/hub-process';
import { poll } from './support/poll';
import { readConnections } from './support/read-store';
import { sendMail } from './support/send-mail';
import { signIn } from './support/sign-in';

// A hub of its own: what moves in would stand above other tests' conversations.
let hub: HubProcess;
test.beforeAll(async () => {
  hub = await HubProcess.start({ sample: true });
});
test.afterAll(() => hub?.stop());

const mail = (n: number) =>
  `From - Mon Mar 02 10:00:00 2026\nMessage-ID: <flyttet${n}@kunde.example>\nDate: Mon, 2 Mar 2026 10:0${n}:00 +0100\nFrom: Per Holm <per${n}@kunde.example>\nTo: ida@firma.example\nSubject: Reklamation over spisebordets forlængerplader ${n}\n\nHvad koster et bord?\n\n`;

/** In the page: the move came out otherwise, in every way there is a sentence for. */
async function plantDifferences(database: string): Promise<void> {
  const db = await new Promise<IDBDatabase>((done, fail) => {
    const asked = indexedDB.open(database);
    asked.onsuccess = () => done(asked.result);
    asked.onerror = () => fail(asked.error);
  });
  const tx = db.transaction('meta', 'readwrite');
  const meta = tx.objectStore('meta');
  const kinds = 'mail-missing mail-stuck left-out no-original comment-missing draft-missing ticket-missing known-there state owner joined'.split(' ');
  const asked = meta.get('move');
  asked.onsuccess = () => {
    const subject =
      'Reklamation over spisebordets forlængerplader https://kunde.example/ordrer/2026/03/20881-og-en-meget-lang-adresse-uden-mellemrum';
    const differences = kinds.map((kind, n) => ({ kind, subject, count: n + 1 }));
    meta.put({ ...asked.result, result: { ...asked.result.result, whole: false, known: 1204, unreadable: 17, more: 38, differences } });
  };
  await new Promise<void>((done) => {
    tx.oncomplete = () => done();
  });
  db.close();
}

test('ALL-3 ALL-4 K16 in Danish nothing is cut off where a workspace of this computer moves into a hub, and axe finds nothing', async ({
  context,
  openPage,
}) => {
  const panel = await openPage('sidepanel.html');
  await panel.getByRole('radio', { name: 'On this computer' }).check();
  await panel.getByLabel('Your name').fill('Ida Berg');
  await panel.getByLabel(/^Your own e-mail addresses/).fill('ida@firma.example');
  await panel.getByRole('button', { name: 'Begin' }).click();
  await panel.getByText('No mail here yet').waitFor();
  await inDanish(panel);
  const [local] = await readConnections(panel);
  const home = new URL('options.html', panel.url()).href;
  const to = async (page: Page, place: string) => {
    await page.goto(`${home}${place}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
  };
  const settings = await openPage('options.html');
  await to(settings, `#/move/${local?.id}`);
  await settings.getByText(da('moveNothing')).waitFor();
  await look(settings, 'nothing to move', everyWidth);
  await fromMenu(panel, da('importTitle'));
  await panel.getByLabel(da('importChoose')).setInputFiles({
    name: 'arkiv.mbox',
    mimeType: 'application/mbox',
    buffer: Buffer.from([1, 2, 3].map(mail).join('')),
  });
  await expect(panel.getByRole('dialog')).toContainText('3 nye', { timeout: 30_000 });
  await panel
    .getByRole('dialog')
    .getByRole('button', { name: da('close') })
    .click();
  await settings.getByText(da('moveNoHub')).waitFor();
  await look(settings, 'move without a hub', everyWidth);
  await fromMenu(panel, da('addConnection'));
  await signIn(context, panel, hub);
  // The team has the third already.
  await sendMail(hub.smtp, {
    from: 'per3@kunde.example',
    to: 'kundeservice@havnegaard.example',
    subject: 'Reklamation over spisebordets forlængerplader 3',
    messageId: '<flyttet3@kunde.example>',
    date: new Date('2026-03-02T10:03:00+0100'),
    text: 'Hvad koster et bord?',
  });

  const begin = settings.getByRole('button', { name: da('moveBegin'), exact: true });
  await begin.click();
  await settings
    .getByRole('alert')
    .filter({ hasText: da('moveChoose') })
    .waitFor();
  await look(settings, 'where to move', everyWidth);
  await settings.getByRole('radio', { name: /^Kundeservice/ }).check();
  await context.setOffline(true);
  await settings.getByRole('button', { name: /^Flyt til / }).click();
  await settings.getByText(da('moveProblemOffline')).waitFor({ timeout: 60_000 });
  await expect(settings.getByRole('progressbar')).toBeVisible();
  await look(settings, 'move on its way, without a connection', everyWidth);
  await settings.getByRole('button', { name: da('moveStop') }).click();
  await settings.getByText(da('moveStopped')).waitFor({ timeout: 60_000 });
  await look(settings, 'move stopped', everyWidth);
  await context.setOffline(false);
  await settings.getByRole('button', { name: da('moveGoOn') }).click();
  await settings.getByRole('heading', { name: /^Det hele er i / }).waitFor({ timeout: 120_000 });
  await settings.getByText(da('moveKnown_one', { count: '1' })).waitFor();
  await look(settings, 'moved', everyWidth);
  await settings.getByRole('button', { name: da('moveDelete') }).click();
  await lookAtDialog(settings, 'delete what was moved', everyWidth);
  await settings.evaluate(plantDifferences, `samtale-${local?.id}`);
  await settings.reload();
  await settings.getByRole('heading', { name: da('moveDiffers') }).waitFor();
  await look(settings, 'moved with differences', everyWidth);

  // Signed out of since, nothing is waited for: the inbox is chosen again.
  await fromMenu(panel, da('signOutAction'));
  await poll('the account to be gone', async () => (await readConnections(settings)).length === 1, 30_000);
  await settings.getByRole('button', { name: da('moveAgain') }).click();
  await settings.getByText(da('moveProblemNoConnection')).waitFor();
  await expect(settings.getByRole('button', { name: da('moveGoOn') })).toHaveCount(0);
  await look(settings, 'move without the account it ran with', everyWidth);
  await settings.getByRole('button', { name: da('moveChooseAgain') }).click();
  await settings.getByText(da('moveNoHub')).waitFor();
});
