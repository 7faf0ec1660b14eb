import { expect, test } from './signed-in';
import { arrivedRow, settled } from './support/conversation';
import { poll } from './support/poll';
import { violations } from './support/violations';

test('TKT-8 TKT-9 CHN-12 D6 an inbox has stages of its own, its mail becomes tickets, and their status is changed above the reply', async ({
  panel,
  openPage,
  sendMail,
}) => {
  await panel.getByRole('option').first().waitFor();
  const name = `Sager ${process.pid}`;
  const page = await openPage('options.html#/new-inbox');
  await page.setViewportSize({ width: 1280, height: 1000 });
  await page.getByLabel('Name').fill(name);
  await page.getByRole('button', { name: 'Create the inbox' }).click();
  await page.getByRole('button', { name: 'Not now' }).click({ timeout: 60_000 });
  const title = page.getByRole('heading', { level: 1 });
  await expect(title).toContainText('@', { timeout: 60_000 });
  const address = (await title.textContent()) ?? '';

  await page.getByRole('link', { name: 'Automation' }).click();
  const treat = page.getByRole('switch', { name: 'Treat new conversations as tickets' });
  await treat.click();
  await expect(treat).toHaveAttribute('aria-checked', 'true');
  await page.getByLabel('Priority').selectOption('High');
  await expect(page.getByLabel('Owner')).toHaveValue('conversation');
  expect(await violations(page)).toEqual([]);

  await page.getByRole('link', { name: 'Ticket stages' }).click();
  await expect(title).toHaveText(`Ticket stages in ${name}`);
  const stages = page.getByRole('listitem');
  await page.getByRole('button', { name: 'Add stage' }).click();
  await expect(page.getByText('A stage needs a name.')).toBeVisible();
  await page.getByLabel('Name of the stage').fill('Workshop');
  await page.getByRole('button', { name: 'Add stage' }).click();
  await expect(stages).toContainText(['New', 'Waiting on contact', 'Waiting on us', 'Closed', 'Workshop']);
  await page.getByRole('button', { name: 'Move “Workshop” up' }).click();
  await expect(stages).toContainText(['New', 'Waiting on contact', 'Waiting on us', 'Workshop', 'Closed']);
  await page.getByRole('button', { name: 'Rename “Waiting on us”' }).click();
  await page.getByRole('textbox', { name: 'Name of the stage' }).first().fill('Ours');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Remove “Waiting on contact”' }).click();
  await expect(page.getByText('0 tickets stand there. They go to')).toBeVisible();
  await page.getByRole('listitem').getByRole('combobox').selectOption('Ours');
  expect(await violations(page)).toEqual([]);
  await page.getByRole('listitem').getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(stages).toContainText(['New', 'Ours', 'Workshop', 'Closed']);
  await expect(stages).toHaveCount(4);
  await expect(page.getByRole('button', { name: 'Remove “Closed”' })).toHaveAttribute('title', /no other closed stage/);

  await settled(panel);
  const subject = `To ben mangler ${process.pid}`;
  const mail = { from: `Kim Holm <kim.holm.${process.pid}@mail.example>`, to: address, subject, text: 'Hej' };
  await panel.bringToFront();
  await panel.locator('header.bar button').first().click();
  await panel.getByRole('menuitemradio', { name }).click();
  await poll('the hub to know the address', () => sendMail(mail).catch(() => undefined));
  await (await arrivedRow(panel, subject)).click();
  const line = panel.locator('.ticketline');
  await expect(line).toContainText(subject);
  await expect(line).toContainText('New');

  await panel.getByRole('button', { name: /^Reply to/ }).click();
  // The editor takes the focus once it has come, from a menu too.
  await expect(panel.getByRole('textbox', { name: 'Text of the reply' })).toBeFocused();
  const status = panel.getByRole('button', { name: /^Ticket status/ });
  await status.press('ArrowDown');
  const menu = panel.getByRole('menu', { name: 'Ticket status' });
  await expect(menu.getByRole('menuitemradio')).toHaveText(['New', 'Ours', 'Workshop', 'Closed, closes 1 conversation']);
  await expect(menu.getByRole('menuitemradio', { name: 'New' })).toHaveAttribute('aria-checked', 'true');
  await expect(menu.getByRole('menuitemradio', { name: 'New' })).toBeFocused();
  await panel.keyboard.press('w');
  await panel.keyboard.press('Enter');
  await expect(line).toContainText('Workshop');
  expect(await violations(panel)).toEqual([]);
  await status.click();
  await menu.getByRole('menuitemradio', { name: /^Closed/ }).click();
  await expect(line).toContainText('Closed');
  await expect(panel.getByRole('button', { name: /^Reopen/ }).first()).toBeVisible();
  await panel.getByRole('button', { name: /^Undo/ }).first().click();
  await expect(line).toContainText('Workshop');

  await panel.getByRole('button', { name: 'More actions' }).click();
  await panel.getByRole('menuitem', { name: 'Delete ticket and 1 conversation' }).click();
  await expect(line).toBeHidden();
  await expect(panel.getByRole('region', { name: /and 1 conversation to trash/ })).toBeVisible();
  await panel.getByRole('button', { name: /^Undo/ }).first().click();
  await expect(line).toContainText('Workshop');
});
