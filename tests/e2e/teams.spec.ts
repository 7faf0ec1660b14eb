import { expect, test } from './signed-in';
import { violations } from './support/violations';

test('INB-2 a team is made, let into an inbox, changed and deleted; what becomes of its agents is said first', async ({ panel, openPage }) => {
  await panel.getByRole('option').first().waitFor();
  const page = await openPage('options.html#/teams');
  await page.setViewportSize({ width: 1280, height: 800 });
  const name = `Værksted ${process.pid}`;
  await page.getByRole('button', { name: 'New team' }).click();
  await page.getByRole('button', { name: 'Create team' }).click();
  await expect(page.getByText('A team needs a name.')).toBeVisible();
  await page.getByLabel('Name of the team').fill(name);
  await page.getByRole('checkbox', { name: 'Jonas Winther' }).check();
  await page.getByRole('checkbox', { name: 'Sofie Brandt' }).check();
  await page.getByRole('button', { name: 'Create team' }).click();
  const line = page.getByRole('listitem').filter({ hasText: name });
  await expect(line).toContainText('Jonas Winther and Sofie Brandt');
  await expect(line).toContainText('In no inbox yet');
  expect(await violations(page)).toEqual([]);

  // Sofie is in it by name, Jonas joins it by the team and leaves with it alone.
  await page.goto(page.url().replace(/#.*/, '#/'));
  await page.getByRole('navigation', { name: 'Settings' }).getByRole('link', { name: 'Members' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Members of Erhverv' })).toBeVisible();
  await page.getByLabel('Let somebody in').selectOption(name);
  await page.getByRole('button', { name: 'Add' }).click();
  const jonas = page.getByRole('listitem').filter({ hasText: 'jonas@' });
  await expect(jonas).toContainText(`through ${name}`);
  await expect(jonas.getByRole('button')).toHaveCount(0);
  await expect(page.getByRole('listitem').filter({ hasText: 'sofie@' }).getByRole('button')).toHaveCount(1);
  expect(await violations(page)).toEqual([]);

  await page.getByRole('link', { name: 'Teams' }).click();
  await expect(line).toContainText('In Erhverv');
  await page.getByRole('button', { name: `Change ${name}` }).click();
  await page.getByRole('checkbox', { name: 'Jonas Winther' }).uncheck();
  await expect(line.getByRole('status')).toContainText('Erhverv is no longer seen by Jonas Winther.');
  await page.getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('button', { name: `Delete ${name}` }).click();
  await expect(line.getByRole('alert')).toContainText('Erhverv is no longer seen by Jonas Winther.');
  await line.getByRole('button', { name: 'Delete' }).click();
  await expect(line).toHaveCount(0);
  await page.getByRole('navigation', { name: 'Settings' }).getByRole('link', { name: 'Members' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: 'sofie@' })).toBeVisible();
  await expect(jonas).toHaveCount(0);
});
