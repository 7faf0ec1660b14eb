import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { browserSession } from './support/browser-session';
import { arrivedRow } from './support/conversation';
import { buildFolder } from './support/launch-extension';
import { readTable } from './support/read-store';
import { attachTo } from './support/real-panel';
import { buttonsOf, expectButtons, mailOfItsOwn, openWebmail, pressButton, turnOn, webmailHosts } from './support/webmail';

const registered = (settings: Page) =>
  settings.evaluate(async () => (await chrome.scripting.getRegisteredContentScripts()).flatMap(({ matches }) => matches));
/** What the worker has left for a panel. */
const pressedMails = async (settings: Page) =>
  ((await readTable(settings, 'samtale', 'settings')) as { key: string }[]).filter(({ key }) => key === 'pressed-mail');

test('SUR-5 ALL-5 X3 X9 Gmail: off until it is turned on, then the open mail says whether it is in the inbox and a press opens its conversation', async ({
  context,
  extensionId,
  panel,
  openPage,
  sendMail,
}) => {
  const { number, address, rewrite } = mailOfItsOwn();
  const { page, asked, errors } = await openWebmail(context, 'gmail', 'thread-en', rewrite);
  const settings = await openPage('options.html#/webmail');
  await expect(settings.getByRole('button', { name: 'Turn on Gmail' })).toBeVisible();
  expect(await buttonsOf(page)).toEqual([]);
  expect(await registered(settings)).toEqual([]);
  await turnOn(context, extensionId, settings, 'Gmail');
  expect(await registered(settings)).toEqual(webmailHosts.Gmail);
  // The page was open already.
  await page.bringToFront();
  await expectButtons(page, ['Log to inbox']);

  // It is a panel of this window too, and would take the press.
  await panel.close();
  await pressButton(page);
  const real = await attachTo(context, 'sidepanel.html');
  await real.waitForText(`Mail in Gmail, from ${address}. Not found in your inboxes on this device.`);
  await real.waitForText('Not in your contacts yet');

  await sendMail({
    from: `Bo Karlsson <${address}>`,
    to: 'erhverv@havnegaard.example',
    subject: `Invoice ${number} – question about line 3`,
    date: new Date(2026, 10, 13, 8, 55, 12),
    text: 'Hello Ada,\ncould you confirm delivery on 20 November?\nBest, Bo\n\nOn Thu, Nov 12, 2026 at 4:02 PM Bo Karlsson wrote:\n> Thanks, line 3 looks wrong.',
  });
  await real.click('button', 'Back');
  await real.waitForText(`Invoice ${number}`, 40_000);
  // As when one comes back to the tab.
  await page.evaluate(() => window.dispatchEvent(new Event('focus')));
  await expectButtons(page, ['In inbox']);
  await pressButton(page);
  await real.waitFor("document.querySelector('#thread')?.innerText.includes('could you confirm delivery')");

  // G3 E10: a script of the page presses nothing.
  await real.click('button', 'Back');
  await real.waitFor("!document.querySelector('#thread')");
  await page.evaluate(() => {
    const host = document.querySelector('samtale-button');
    host?.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
    (host as HTMLElement).click();
  });
  // Behind it in the worker's queue, so what the page pressed would have been heard by then.
  await settings.evaluate(() => chrome.runtime.sendMessage({ type: 'device-changed' }));
  expect(await pressedMails(settings)).toEqual([]);
  expect(await real.evaluate("document.querySelector('#thread') === null")).toBe(true);
  await pressButton(page);
  await real.waitFor("document.querySelector('#thread')?.innerText.includes('could you confirm delivery')");
  // G4 G6: the page asked nobody anything for us, and nothing of ours broke its rules.
  expect(asked).toEqual([]);
  expect(errors).toEqual([]);
});

test('SUR-6 ALL-5 Outlook: a press opens the panel on the mail and its sender, and turned off every trace is gone from the open page at once', async ({
  context,
  extensionId,
  panel,
  openPage,
  sendMail,
}) => {
  const { number, address, rewrite } = mailOfItsOwn();
  const subject = `Room ${number}`;
  await sendMail({ from: `Bo Karlsson <${address}>`, to: 'erhverv@havnegaard.example', subject, text: 'Hi, another matter.' });
  await arrivedRow(panel, subject);
  const settings = await openPage('options.html#/webmail');
  await turnOn(context, extensionId, settings, 'Outlook (Microsoft 365)');
  await panel.close();
  const { page, asked, errors } = await openWebmail(context, 'outlook', 'conversation-en-office', rewrite);
  await expectButtons(page, ['Log to inbox']);
  await pressButton(page);
  const real = await attachTo(context, 'sidepanel.html');
  await real.waitForText(`Mail in Outlook, from ${address}.`);
  await real.click('button', subject);
  await real.waitFor("document.querySelector('#thread')?.innerText.includes('another matter')");

  await settings.bringToFront();
  // One of its three hosts alone is taken back, in the browser: it is on still, and says where.
  await settings.evaluate(() => chrome.permissions.remove({ origins: ['https://outlook.cloud.microsoft/*'] }));
  await expect(settings.getByText('outlook.office.com, outlook.office365.com', { exact: true })).toBeVisible();
  await settings.getByRole('button', { name: 'Turn off Outlook' }).click();
  await expect.poll(() => page.locator('samtale-button').count()).toBe(0);
  await expect.poll(() => registered(settings)).toEqual([]);
  await page.bringToFront();
  await page.reload();
  await page.evaluate(() => document.body.append(document.createElement('p')));
  // Another page has had the time to draw its button meanwhile.
  await settings.bringToFront();
  await turnOn(context, extensionId, settings, 'Gmail');
  await expectButtons((await openWebmail(context, 'gmail', 'thread-en', mailOfItsOwn().rewrite)).page, ['Log to inbox']);
  await page.bringToFront();
  expect(await page.locator('samtale-button').count()).toBe(0);
  expect([...asked, ...errors]).toEqual([]);
});

test('SUR-5 E8 G5 P12 through twenty pages, a storm and a new header one button stays at one mail, and its keys are its own', async ({
  context,
  extensionId,
  panel,
  openPage,
}) => {
  await expect(panel.getByRole('listbox')).toBeVisible();
  const settings = await openPage('options.html#/webmail');
  await turnOn(context, extensionId, settings, 'Gmail');
  const { page, asked, errors } = await openWebmail(context, 'gmail', 'spa-dynamic-en', mailOfItsOwn().rewrite);
  const go = (hash: string) => page.evaluate((to) => location.assign(to), hash);
  for (let turn = 0; turn < 10; turn++) {
    await go('#inbox/FMfcgzA1');
    await expectButtons(page, ['Log to inbox']);
    // Other mail in the meantime, or none: what was drawn for the one before is gone.
    await go(turn % 2 ? '#inbox' : '#inbox/FMfcgzB1');
    await expectButtons(page, turn % 2 ? [] : ['Log to inbox']);
  }
  await go('#inbox/FMfcgzA1');
  await expectButtons(page, ['Log to inbox']);
  await page.evaluate(() => (globalThis as unknown as { __noise(n: number): void }).__noise(10_000));
  await page.evaluate(() => (globalThis as unknown as { __rerender(): void }).__rerender());
  await expectButtons(page, ['Log to inbox']);
  await page.locator('samtale-button').evaluate((host) => host.setAttribute('style', 'position: fixed; inset: 0; opacity: 0'));
  await expect
    .poll(
      () =>
        page
          .locator('samtale-button')
          .getAttribute('style')
          .catch(() => null),
      { timeout: 30_000 },
    )
    .toBeTruthy();
  await page.evaluate(() => (globalThis as unknown as { __noise(n: number): void }).__noise(1));
  await expect.poll(() => page.locator('samtale-button').getAttribute('style')).toBeNull();

  // Keys pressed while it has the focus are no shortcuts of the page's.
  await page.bringToFront();
  await page.evaluate(() => ((globalThis as unknown as { __keys: string[] }).__keys.length = 0));
  const box = await page.locator('samtale-button').boundingBox();
  await page.mouse.move((box?.x ?? 0) + 5, (box?.y ?? 0) + 5);
  await page.mouse.down();
  await page.keyboard.press('e');
  await page.keyboard.press('#');
  expect(await page.evaluate(() => document.activeElement?.localName)).toBe('samtale-button');
  expect(await page.evaluate(() => (globalThis as unknown as { __keys: string[] }).__keys)).toEqual([]);
  await page.mouse.move(0, 0);
  await page.mouse.up();
  expect([...asked, ...errors]).toEqual([]);
});

test('F11 after an update or a reload of the extension the page has one button, and it works', async ({ context, extensionId, panel, openPage }) => {
  await expect(panel.getByRole('listbox')).toBeVisible();
  const settings = await openPage('options.html#/webmail');
  await turnOn(context, extensionId, settings, 'Gmail');
  const { page, errors } = await openWebmail(context, 'gmail', 'thread-en-dark', mailOfItsOwn().rewrite);
  await expect.poll(() => page.locator('samtale-button').count()).toBe(2);
  const old = await page.locator('samtale-button').first().elementHandle();
  // The same again in its place, as the browser does it when it updates.
  await (await browserSession(context)).send('Extensions.loadUnpacked', { path: buildFolder('shipped') });
  // Those of the old version are gone, those of the new are there.
  await expect.poll(() => old?.evaluate((host) => host.isConnected), { timeout: 30_000 }).toBe(false);
  await expectButtons(page, ['Log to inbox', 'Log to inbox']);
  await Promise.all(context.pages().map((one) => one.url().includes('sidepanel.html') && one.close()));
  await pressButton(page);
  const real = await attachTo(context, 'sidepanel.html');
  await real.waitForText('Mail in Gmail');
  expect(errors).toEqual([]);
});

test('E14 removed, the extension leaves nothing in the page', async ({ context, extensionId, panel, openPage, worker }) => {
  await expect(panel.getByRole('listbox')).toBeVisible();
  const settings = await openPage('options.html#/webmail');
  await turnOn(context, extensionId, settings, 'Outlook (Microsoft 365)');
  const { page, errors } = await openWebmail(context, 'outlook', 'conversation-de-office365');
  await expectButtons(page, ['Log to inbox']);
  // Here the browser does not start it again.
  void worker.evaluate(() => chrome.runtime.reload()).catch(() => undefined);
  await expect.poll(() => page.locator('samtale-button').count()).toBe(0);
  await page.evaluate(() => document.body.append(document.createElement('p')));
  expect(await page.locator('samtale-button').count()).toBe(0);
  expect(errors).toEqual([]);
});
