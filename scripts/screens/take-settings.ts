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

test('a team in the settings', async ({ panel, openPage }) => {
  await panel.getByRole('button', { name: /^Up to date/ }).waitFor({ timeout: 60_000 });
  const page = await openPage('options.html#/teams');
  await page.setViewportSize({ width: 1280, height: 720 });
  await page.getByRole('button', { name: 'New team' }).click();
  await page.getByLabel('Name of the team').fill('Værksted');
  for (const name of ['Jonas Winther', 'Sofie Brandt']) await page.getByRole('checkbox', { name }).check();
  await page.getByRole('button', { name: 'Create team' }).click();
  await page.getByRole('navigation').getByRole('link', { name: 'Members' }).click();
  await page.getByLabel('Let somebody in').selectOption('Værksted');
  await page.getByRole('button', { name: 'Add' }).click();
  await page.getByText('through Værksted').waitFor();
  await page.getByRole('button', { name: /^Up to date/ }).waitFor({ timeout: 60_000 });
  // Without the lines that say what was done.
  await page.reload();
  await page.getByText('through Værksted').waitFor();
  await take(page, 'settings-members');
});
