import { test } from '../../tests/e2e/fixtures';
import { openInbox } from './panel-steps';
import { take } from './take';

test('quick triage', async ({ panel, openPage }) => {
  await openInbox(panel, 'Kundeservice');
  const popup = await openPage('popup.html');
  await popup.setViewportSize({ width: 380, height: 560 });
  await popup.mouse.move(200, 10);
  await popup.getByRole('toolbar').waitFor();
  await take(popup, 'triage');
  await popup.keyboard.press('2');
  await popup.getByRole('toolbar').waitFor();
  await take(popup, 'triage-mine');
});

test('notifications', async ({ panel, openPage }) => {
  await openInbox(panel, 'Kundeservice');
  const page = await openPage('options.html#/notifications');
  await page.setViewportSize({ width: 1280, height: 720 });
  await page.getByRole('checkbox', { name: 'Keep quiet every day' }).click();
  await page.getByLabel('From').waitFor();
  await take(page, 'notifications');
});
