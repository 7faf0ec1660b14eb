import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from './fixtures';
import { comment, newConversation, reply, settled, threadOf } from './support/conversation';
import { HubProcess } from './support/hub-process';
import { sendMail } from './support/send-mail';
import { signIn } from './support/sign-in';
import { violations } from './support/violations';

test('K12 a hub restored from a backup: what it lost is offered, done again it stands there once, and no mail goes out twice', async ({
  context,
  openPage,
  sink,
}) => {
  // A hub of its own that is started three times.
  test.setTimeout(600_000);
  const hub = await HubProcess.start({ sample: true, env: { SAMTALE_SMTP_URL: sink.url } });
  const database = join(hub.data, 'database');
  const backup = join(hub.data, 'backup');
  try {
    const panel = await openPage('sidepanel.html');
    await signIn(context, panel, hub);
    const { customer, subject } = await newConversation(panel, (mail) => sendMail(hub.smtp, mail));
    await comment(panel, 'Fra før sikkerhedskopien');
    await settled(panel);
    await hub.kill();
    await cp(database, backup, { recursive: true });
    await hub.restart();

    await comment(panel, 'Skrevet efter sikkerhedskopien');
    await reply(panel, 'Sendt efter sikkerhedskopien');
    await sink.waitFor(customer, 'Sendt efter');
    await expect(panel.getByRole('article', { name: /^Sent by/ })).toContainText(/Sent \d\d:\d\d/);
    await settled(panel);
    await hub.kill();
    await rm(database, { recursive: true });
    await cp(backup, database, { recursive: true });
    await hub.restart();

    await panel.evaluate(() => chrome.runtime.sendMessage({ type: 'nudge' }));
    const status = panel.locator('footer .bar button').last();
    await expect(status).toContainText('2 changes not applied', { timeout: 75_000 });
    // Every row came anew: the thread that was open is one of them.
    await panel.getByRole('option', { name: subject }).click();
    await expect(threadOf(panel).getByText('Fra før sikkerhedskopien')).toHaveCount(1);
    await expect(threadOf(panel).getByText('Skrevet efter sikkerhedskopien')).toHaveCount(0);
    await status.click();
    await expect(panel.getByText('The hub was restored from a backup and no longer has 2 of your changes.')).toBeVisible();
    await expect(panel.getByRole('listitem').filter({ hasText: 'Skrevet efter sikkerhedskopien' })).toBeVisible();
    expect(await violations(panel)).toEqual([]);
    await panel.getByRole('button', { name: 'Apply all again' }).click();
    await settled(panel);
    await expect(threadOf(panel).getByText('Skrevet efter sikkerhedskopien')).toHaveCount(1);
    await expect(panel.getByText('We cannot tell if this was sent.').first()).toBeVisible();
    expect(sink.received.filter(({ recipients }) => recipients.includes(customer))).toHaveLength(1);
  } finally {
    await hub.stop();
  }
});
