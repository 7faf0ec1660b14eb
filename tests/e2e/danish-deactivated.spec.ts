import { readFileSync } from 'node:fs';
import { readZip } from '../support/read-zip';
import { expect, test } from './fixtures';
import { administrator } from './support/administrator';
import { connect } from './support/connect';
import { arrivedRow } from './support/conversation';
import { da, everyWidth, inDanish, look, lookAtDialog } from './support/danish';
import { HubProcess } from './support/hub-process';
import { browserOf, fillJoinForm, inviteByPanel, signedIn, someone } from './support/people';
import { poll } from './support/poll';
import { readTable } from './support/read-store';
import { sendMail } from './support/send-mail';

test('ALL-3 ALL-4 INB-4 in Danish nothing is cut off where an agent is deactivated, at who decides it and at the agent, and axe finds nothing', async () => {
  const hub = await HubProcess.start();
  const admin = await browserOf();
  const colleague = await browserOf();
  const person = { ...someone(), name: 'Anne-Marie Kristoffersen-Vestergaard' };
  try {
    await administrator(hub, admin);
    await admin.page.locator('header.bar').waitFor({ timeout: 60_000 });
    const link = await inviteByPanel(admin.page);
    await connect(colleague.context, colleague.page, link, (window) => fillJoinForm(window, person));
    const account = await signedIn(colleague.page);
    await colleague.page.locator('header.bar').waitFor({ timeout: 60_000 });
    await sendMail(hub.smtp, { from: 'bo@kunde.dk', to: 'inbox@samtale.example', subject: 'Reklamation', text: 'Hej' });
    await (await arrivedRow(colleague.page, 'Reklamation')).waitFor();
    await inDanish(colleague.page);
    await inDanish(admin.page);

    // What is taken on while there is no connection cannot be sent any more.
    await colleague.context.setOffline(true);
    await colleague.page.getByRole('option', { name: 'Reklamation' }).click();
    await colleague.page.getByRole('article').first().waitFor();
    await colleague.page.keyboard.press('a');
    await expect(
      colleague.page
        .locator('footer')
        .getByText(/venter/)
        .first(),
    ).toBeVisible();

    const settings = await admin.context.newPage();
    await settings.goto(new URL('options.html#/people', admin.page.url()).href);
    const menu = () => settings.getByRole('button', { name: da('peopleMenuOf', { name: person.name }) }).click();
    await look(settings, 'people', everyWidth);
    await menu();
    await settings.getByRole('menuitem', { name: da('peopleDeactivate') }).click();
    const dialog = settings.getByRole('dialog');
    await dialog.getByRole('button', { name: da('peopleDeactivateDo') }).click();
    await dialog.waitFor({ state: 'hidden' });
    await settings.getByRole('heading', { name: da('peopleGone') }).waitFor();
    await look(settings, 'people deactivated', everyWidth);
    await look(settings, 'menu of one who is deactivated', everyWidth, menu);
    const { id } = await signedIn(admin.page);
    await poll('the hub to have heard of it', async () => (await readTable(settings, `samtale-${id}`, 'outbox')).length === 0, 40_000);

    await colleague.context.setOffline(false);
    const told = colleague.page.getByRole('heading', { name: da('deactivatedTitle') });
    await expect(told).toBeVisible({ timeout: 60_000 });
    await colleague.page.getByText(da('deactivatedKept_one', { count: '1' })).waitFor();
    await look(colleague.page, 'deactivated', everyWidth);
    await colleague.page.getByRole('button', { name: da('deactivatedSignOut') }).click();
    await colleague.page
      .getByRole('dialog')
      .getByText(da('signOutUnsent_one', { count: '1' }))
      .waitFor();
    await lookAtDialog(colleague.page, 'deactivated, taken from this device', everyWidth);
    const tab = await colleague.context.newPage();
    await tab.goto(new URL('inbox.html', colleague.page.url()).href);
    await tab.getByRole('link', { name: da('deactivatedSettings') }).waitFor();
    await look(tab, 'deactivated inbox.html', everyWidth);
    for (const [section, heading] of [
      ['', 'deactivatedTitle'],
      ['people', 'deactivatedTitle'],
      ['appearance', 'settingsAppearance'],
      ['privacy', 'settingsPrivacy'],
      ['device', 'settingsStorage'],
    ] as const) {
      await tab.setViewportSize({ width: 1280, height: 900 });
      await tab.goto(new URL(`options.html#/${section}`, colleague.page.url()).href);
      await tab.getByRole('heading', { level: 1, name: da(heading) }).waitFor();
      await look(tab, `deactivated settings ${section}`, everyWidth);
    }
    // What never reached the hub can be taken out, as every account's can.
    await colleague.context.addInitScript(() => Object.assign(window, { showSaveFilePicker: undefined }));
    await tab.reload();
    await tab.getByRole('button', { name: /^Eksport/ }).click();
    await lookAtDialog(tab, 'deactivated, taken out', everyWidth);
    await tab.getByRole('button', { name: /^Eksport/ }).click();
    const download = tab.waitForEvent('download');
    await tab
      .getByRole('dialog')
      .getByRole('button', { name: da('archiveExport') })
      .click();
    const path = test.info().outputPath('deactivated.zip');
    await (await download).saveAs(path);
    expect(readZip(readFileSync(path)).get('tables/unsent-0001.jsonl')?.toString()).toContain('"assignConversation"');
    await tab
      .getByRole('dialog')
      .getByRole('button', { name: da('close') })
      .click();
    // What never reached the hub is named before anything goes.
    await tab.getByRole('button', { name: da('settingsResetAction') }).click();
    await tab.getByRole('dialog').getByRole('listitem').first().waitFor();
    await lookAtDialog(tab, 'deactivated, reset of this device', everyWidth);
    await tab.goto(new URL('popup.html', colleague.page.url()).href);
    await tab.getByRole('button').or(tab.getByRole('link')).first().waitFor();
    await look(tab, 'deactivated popup', [380]);
    expect((await readTable(tab, `samtale-${account.id}`, 'conversations')).length).toBe(0);
  } finally {
    await Promise.all([colleague.close(), admin.close()]);
    await hub.stop();
  }
});
