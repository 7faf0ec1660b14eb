import { expect, test } from './signed-in';
import { comment, newConversation, settled, threadOf } from './support/conversation';
import { secondDevice } from './support/second-device';
import { violations } from './support/violations';

test('K10 I1 what the hub refuses is told with why and the words to copy; tried again it goes through once nothing stands against it', async ({
  context,
  hub,
  panel,
  sendMail,
  setOffline,
}) => {
  const { subject } = await newConversation(panel, sendMail);
  await settled(panel);
  await setOffline(true);
  await comment(panel, 'Ring til hende i morgen');

  // Meanwhile somebody else throws the conversation away.
  const other = await secondDevice(hub);
  await other.panel.getByRole('option', { name: subject }).click();
  await expect(threadOf(other.panel)).not.toHaveCount(0);
  await other.panel.keyboard.press('Delete');
  await expect(other.panel.getByText(/In trash since/)).toBeVisible();
  await settled(other.panel);

  await setOffline(false);
  const status = panel.locator('footer .bar .btn');
  await expect(status).toContainText('1 change not applied', { timeout: 40_000 });
  await status.click();
  const entry = panel.getByRole('listitem').filter({ hasText: 'Ring til hende i morgen' });
  await expect(entry).toContainText('It lies in the trash. Restore it first.');
  await expect(entry).toContainText('Comment: Bodil Lund');
  // Nothing else waits: the entry's own button is the only one that tries.
  await expect(panel.getByRole('button', { name: 'Try now' })).toHaveCount(0);
  expect(await violations(panel)).toEqual([]);
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await entry.getByRole('button', { name: 'Copy text' }).click();
  await expect(panel.getByText('Copied', { exact: true }).first()).toBeVisible();
  expect(await panel.evaluate(() => navigator.clipboard.readText())).toBe('Ring til hende i morgen');

  // As long as it lies in the trash, nothing changes and the reason is said again.
  await entry.getByRole('button', { name: 'Try again' }).click();
  await expect(entry).toBeVisible();

  await other.panel.getByRole('button', { name: 'Restore' }).click();
  await expect(other.panel.getByText(/In trash since/)).toHaveCount(0);
  await settled(other.panel);
  await expect(panel.getByText(/In trash since/)).toHaveCount(0, { timeout: 75_000 });
  await entry.getByRole('button', { name: 'Try again' }).click();
  await expect(entry).toHaveCount(0);
  await settled(panel);
  await expect(threadOf(panel).getByText('Ring til hende i morgen')).toHaveCount(1);
  await expect(threadOf(other.panel).getByText('Ring til hende i morgen')).toHaveCount(1, { timeout: 75_000 });
  await other.close();
});

test('K10 what the hub refuses can be let go, and the line says so while other changes wait', async ({ hub, panel, sendMail, setOffline }) => {
  const { subject } = await newConversation(panel, sendMail);
  await settled(panel);
  await setOffline(true);
  await panel.keyboard.press('e');
  await expect(panel.getByText(/Closed \d\d:\d\d/)).toBeVisible();

  const other = await secondDevice(hub);
  await other.panel.getByRole('option', { name: subject }).click();
  await expect(threadOf(other.panel)).not.toHaveCount(0);
  await other.panel.keyboard.press('e');
  await expect(other.panel.getByText(/Closed \d\d:\d\d/)).toBeVisible();
  await settled(other.panel);
  await other.close();

  await setOffline(false);
  const status = panel.locator('footer .bar .btn');
  await expect(status).toContainText('1 change not applied', { timeout: 40_000 });
  // The network goes again, and a change waits beside the refused one: both are named, and both are in the list.
  await setOffline(true);
  await panel.keyboard.press('a');
  await expect(status).toContainText('1 change not applied, 1 change waits');
  await status.click();
  await expect(panel.getByRole('listitem').filter({ hasText: 'Assign: Bodil Lund' })).toBeVisible();
  const entry = panel.getByRole('listitem').filter({ hasText: 'It is closed already.' });
  await entry.getByRole('button', { name: 'Dismiss' }).click();
  await expect(entry).toHaveCount(0);
  await expect(status).toContainText(/^Offline, 1 change waits/);
  await setOffline(false);
  await settled(panel);
});
