import type { Browser } from '../browser/open-browser';

/**
 * What a person does with an invitation: opens the extension, gives it the link, and presses the button of the hub's page that comes up.
 * There is no other way in; this only saves typing.
 */
export async function signIn(browser: Browser, extensionId: string, hub: { url: string; invitation: string }) {
  const panel = await browser.openTab(`chrome-extension://${extensionId}/sidepanel.html`);
  await panel.type('input[inputmode=url]', hub.invitation);
  await panel.click('button[type=submit]');
  const page = await browser.waitForPage((url) => url.startsWith(`${hub.url}/join/`));
  await page.click('form button[type=submit]');
  await panel.waitFor("document.querySelector('[role=listbox]') !== null", 30_000);
  await panel.close();
}
