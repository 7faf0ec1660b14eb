import { expect, test } from './fixtures';
import { da } from './support/danish';
import { HubProcess } from './support/hub-process';
import { browserOf, signedIn } from './support/people';
import { violations } from './support/violations';

test('ALL-4 INB-2 Samtale in Danish at a new hub: its window, what comes after and the first inbox are Danish too, in an English browser', async () => {
  // A hub nobody has signed in to, and a browser that was never there.
  test.setTimeout(180_000);
  const [fresh, first] = [await HubProcess.start(), await browserOf()];
  const { context, page } = first;
  try {
    await page.goto(new URL('options.html#/appearance', page.url()).href);
    await page.getByRole('radio', { name: 'Dansk' }).check();
    await page.goto(new URL('sidepanel.html', page.url()).href);
    await page.getByRole('radio', { name: da('firstRunHub') }).waitFor();
    await page.getByRole('textbox').fill(fresh.invitation);
    const opened = context.waitForEvent('page');
    await page.locator('button[type=submit]').click();
    const window = await opened;
    await expect(window.getByText(da('pageFirstLead'))).toBeVisible();
    await expect(window.locator('html')).toHaveAttribute('lang', 'da');
    expect(await violations(window)).toEqual([]);
    await window.getByLabel(da('pageTeam')).fill('Havnegaard');
    await window.locator('form button[type=submit]').click();
    await signedIn(page);
    await expect(page.locator('header.bar')).toContainText('Indbakke', { timeout: 60_000 });
    const mailbox = await context.newPage();
    await mailbox.goto(`${fresh.url}/mailbox`);
    await expect(mailbox.getByRole('heading', { name: da('mailboxTitle') })).toBeVisible();

    // Another language chosen since: nobody signs in again for it.
    const settings = await context.newPage();
    await settings.goto(new URL('options.html#/appearance', page.url()).href);
    await settings.getByRole('radio', { name: 'Norsk bokmål' }).check();
    await expect
      .poll(async () => {
        await mailbox.reload();
        return mailbox.locator('html').getAttribute('lang');
      })
      .toBe('nb');
  } finally {
    await first.close();
    await fresh.stop();
  }
});
