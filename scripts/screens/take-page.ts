import { test } from '../../tests/e2e/fixtures';
import { openFullPage } from '../../tests/e2e/support/full-page';
import { openConversation } from './panel-steps';
import { take } from './take';

test('full page', async ({ panel, context }) => {
  await panel.getByRole('button', { name: /^Up to date/ }).waitFor({ timeout: 60_000 });
  const page = await openFullPage(context, panel, { width: 1440, height: 900 });
  await page.getByRole('navigation').getByRole('button').first().click();
  await page.getByRole('menuitemradio', { name: 'Kundeservice' }).click();
  await openConversation(page, /Henrik Østergaard.*Leveringen mangler/);
  await page.getByRole('article').first().waitFor();
  await page.getByRole('complementary').waitFor();
  await page.mouse.move(800, 600);
  await take(page, 'page');
});
