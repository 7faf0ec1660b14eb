import { v7 } from 'uuid';
import { test } from '../../tests/e2e/fixtures';
import { connect } from '../../tests/e2e/support/connect';
import { HubProcess } from '../../tests/e2e/support/hub-process';
import { readConnections, readTable } from '../../tests/e2e/support/read-store';
import { secretsOf } from '../../tests/e2e/support/secrets-of';
import { fromMenu, openInbox, openView } from './panel-steps';
import { take } from './take';

test('not applied, session over, sign-out', async ({ context, openPage, setOffline }) => {
  const hub = await HubProcess.start({ sample: true });
  try {
    const page = await openPage('sidepanel.html');
    await connect(context, page, hub.invitation, (window) => window.locator('form button[type=submit]').click());
    await page.getByRole('option').first().waitFor();
    await openInbox(page, 'Kundeservice');
    await openView(page, 'All open');
    const [connection] = await readConnections(page);
    const { access } = await secretsOf(page, connection?.id ?? '');

    // While this device is offline, another one of the same agent closes what is closed here too.
    await setOffline(true);
    const row = page.getByRole('option').first();
    const conversationId = (await row.getAttribute('data-conversation')) ?? '';
    await row.hover();
    await row.locator('[data-do=close-conversation]').click();
    await page
      .locator('footer')
      .getByRole('button', { name: /1 change waits/ })
      .waitFor();
    const mutation = { id: 1, uuid: v7(), name: 'closeConversation', args: { conversationId }, schemaVersion: 1, claimedAt: Date.now() };
    await fetch(`${hub.url}/sync/push`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${access}` },
      body: JSON.stringify({ clientId: v7(), epoch: null, mutations: [mutation] }),
    });
    await setOffline(false);
    await page
      .locator('footer')
      .getByRole('button', { name: /not applied/i })
      .click({ timeout: 60_000 });
    await page.getByRole('button', { name: 'Dismiss' }).first().waitFor();
    await take(page, 'not-applied');
    await page.locator('.status-details').getByRole('button', { name: 'Dismiss' }).first().click();

    await setOffline(true);
    const other = page.getByRole('option').first();
    await other.hover();
    await other.locator('[data-do=close-conversation]').click();
    await page
      .locator('footer')
      .getByRole('button', { name: /1 change waits/ })
      .waitFor();
    await fromMenu(page, 'Sign out');
    await page.getByRole('button', { name: 'Discard and sign out' }).waitFor();
    await take(page, 'sign-out');
    await page.getByRole('button', { name: 'Stay signed in' }).click();

    const { refresh } = await secretsOf(page, connection?.id ?? '');
    await fetch(`${hub.url}/auth/oauth2/revoke`, { method: 'POST', body: new URLSearchParams({ client_id: 'samtale-extension', token: refresh }) });
    await setOffline(false);
    await page.evaluate(() => chrome.runtime.sendMessage({ type: 'nudge' }));
    await page
      .locator('footer')
      .getByRole('button', { name: /^Signed out/ })
      .click({ timeout: 60_000 });
    await page.getByRole('button', { name: 'Sign in', exact: true }).waitFor();
    await take(page, 'session-over');
    if ((await readTable(page, `samtale-${connection?.id}`, 'outbox')).length === 0) throw new Error('the outbox did not outlive the session');
  } finally {
    await hub.stop();
  }
});
