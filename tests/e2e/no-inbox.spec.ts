import { expect, test } from './fixtures';
import { administrator } from './support/administrator';
import { connect } from './support/connect';
import { da, everyWidth, inDanish, look } from './support/danish';
import { HubProcess } from './support/hub-process';
import { browserOf, fillJoinForm, inviteByPanel, signedIn, someone } from './support/people';

test('INB-6 INB-2 who is taken out of their only inbox is told so, whom to ask and the ways on; let in again it is back. The last who may set it up stays', async () => {
  test.setTimeout(300_000);
  const hub = await HubProcess.start();
  const admin = await browserOf();
  const colleague = await browserOf();
  const person = someone();
  try {
    await administrator(hub, admin);
    await admin.page.locator('header.bar').waitFor({ timeout: 60_000 });
    const link = await inviteByPanel(admin.page);
    await connect(colleague.context, colleague.page, link, (window) => fillJoinForm(window, person));
    await signedIn(colleague.page);
    await colleague.page.locator('header.bar').waitFor({ timeout: 60_000 });

    const settings = await admin.context.newPage();
    await settings.setViewportSize({ width: 1280, height: 900 });
    await settings.goto(new URL('options.html', admin.page.url()).href);
    await settings.getByRole('link', { name: 'Members' }).click();
    const takeOut = async (name: string) => {
      await settings.getByRole('button', { name: `Remove ${name}` }).click();
      await settings.getByRole('button', { name: 'Remove', exact: true }).click();
    };
    await takeOut('Hub administrator');
    await expect(settings.getByText(/^Nobody else in this inbox has account access/).first()).toBeVisible();
    await expect(admin.page.locator('header.bar')).toBeVisible();
    await expect(settings.getByRole('button', { name: 'Remove', exact: true })).toHaveCount(0);
    await expect(settings.getByRole('button', { name: 'Remove Hub administrator' })).toBeFocused();
    await inDanish(colleague.page);
    await takeOut(person.name);

    const told = colleague.page.getByRole('heading', { name: /^Du er ikke i nogen indbakke hos/ });
    await expect(told).toBeVisible({ timeout: 60_000 });
    await expect(colleague.page.getByText(da('noInboxAsk', { who: 'Hub administrator' }))).toBeVisible();
    await expect(colleague.page.getByRole('link', { name: da('deactivatedSettings') })).toBeVisible();
    await expect(colleague.page.getByRole('button', { name: da('signOutAction') })).toBeVisible();
    await look(colleague.page, 'in no inbox', everyWidth);
    await settings.getByRole('combobox', { name: 'Let somebody in' }).selectOption({ label: person.name });
    await settings.getByRole('button', { name: 'Add', exact: true }).click();
    await expect(colleague.page.locator('header.bar')).toBeVisible({ timeout: 30_000 });
  } finally {
    await Promise.allSettled([colleague.close(), admin.close()]);
    await hub.stop();
  }
});
