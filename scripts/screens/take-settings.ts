import { test } from '../../tests/e2e/fixtures';
import { take } from './take';

test('settings', async ({ panel, context, extensionId }) => {
  await panel.getByRole('button', { name: /^Up to date/ }).waitFor({ timeout: 60_000 });
  const page = await context.newPage();
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto(`chrome-extension://${extensionId}/options.html`);
  const rail = page.getByRole('navigation');
  await rail
    .getByRole('link', { name: /@havnegaard/ })
    .first()
    .click();
  await page.getByText('What the customer will see').waitFor();
  await take(page, 'settings-channel');
  await rail.getByRole('link', { name: 'Connect e-mail' }).click();
  await page.getByRole('button', { name: 'Continue' }).waitFor();
  await take(page, 'settings-connect');
  for (const [name, words] of [
    ['keyboard', 'Keyboard'],
    ['privacy', 'Privacy'],
  ] as const) {
    await rail.getByRole('link', { name: words }).click();
    await page.getByRole('heading', { level: 1, name: words }).waitFor();
    await take(page, `settings-${name}`);
  }
});
