import { test } from '../../tests/e2e/fixtures';
import { reply } from '../../tests/e2e/support/conversation';
import { HubProcess } from '../../tests/e2e/support/hub-process';
import { signIn } from '../../tests/e2e/support/sign-in';
import { openInbox, openView } from './panel-steps';
import { take } from './take';

test('the pages of the hub', async ({ context, openPage }) => {
  // Without a mail server of its own the hub keeps what goes out in its mailbox.
  const hub = await HubProcess.start({ sample: true });
  try {
    const tab = await context.newPage();
    await tab.setViewportSize({ width: 400, height: 800 });
    await tab.goto(`${hub.url}/login`);
    await take(tab, 'hub-login');
    await tab.goto(hub.invitation);
    await take(tab, 'hub-invitation');
    await tab.goto(`${hub.url}/mailbox`);
    await take(tab, 'hub-mailbox-empty');
    const panel = await openPage('sidepanel.html');
    await signIn(context, panel, hub);
    await openInbox(panel, 'Kundeservice');
    await openView(panel, 'All open');
    await panel
      .getByRole('option', { name: /E-mail/ })
      .first()
      .click();
    await reply(panel, 'Benene kommer med bilen i morgen mellem 8 og 12.');
    await panel
      .getByText(/^Sent \d/)
      .last()
      .waitFor({ timeout: 60_000 });
    await tab.reload();
    await tab.getByRole('link').first().waitFor();
    await take(tab, 'hub-mailbox');
    await tab.goto(
      (await tab
        .getByRole('link', { name: /Re:/ })
        .first()
        .getAttribute('href')
        .then((href) => new URL(href ?? '', hub.url).href)) ?? '',
    );
    await take(tab, 'hub-mail');
  } finally {
    await hub.stop();
  }
});
