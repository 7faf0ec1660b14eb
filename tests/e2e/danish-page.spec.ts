import { expect, test } from './signed-in';
import { threadOf } from './support/conversation';
import { da, everyWidth, inDanish, look, toInbox } from './support/danish';
import { openFullPage } from './support/full-page';

test('ALL-3 ALL-4 SUR-4 SUR-7 in Danish nothing of the full page and of quick triage is cut off, and axe finds nothing', async ({
  panel,
  context,
  openPage,
  setOffline,
}) => {
  const page = await openFullPage(context, panel, { width: 1440, height: 900 });
  await inDanish(page);
  await look(page, 'page nothing open', everyWidth);
  await page.setViewportSize({ width: 1440, height: 900 });
  await toInbox(page, 'Kundeservice');
  await page.getByRole('option').nth(2).click();
  await threadOf(page).first().waitFor();
  await look(page, 'page thread', everyWidth);
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.keyboard.press('m');
  await page.getByRole('option', { name: da('readSince') }).waitFor();
  await look(page, 'page unread ring', [1440, 1024, 1920]);
  await page.keyboard.press('m');
  await expect(page.getByRole('option', { name: da('readSince') })).toHaveCount(0);
  const shortcut = page.getByRole('button', { name: da('settingsTitle'), exact: true });
  await look(page, 'page settings of the inbox', everyWidth, () => shortcut.click());
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.keyboard.press('r');
  await look(page, 'page reply', everyWidth);
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.getByRole('button', { name: da('discardDraft') }).click();
  await look(page, 'page more actions', everyWidth, () => page.getByRole('button', { name: da('moreActions') }).click());
  const popup = await openPage('popup.html');
  await popup.getByRole('toolbar').waitFor();
  await popup.setViewportSize({ width: 380, height: 560 });
  await look(popup, 'popup', [380]);
  await popup.keyboard.press('2');
  await look(popup, 'popup mine', [380]);
  await setOffline(true);
  await look(popup, 'popup offline', [380]);
  await setOffline(false);
});
