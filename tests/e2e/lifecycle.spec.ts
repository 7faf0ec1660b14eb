import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { arrivedRow } from './support/conversation';
import { violations } from './support/violations';

const look = async (page: Page, name: string) => {
  if (!process.env.LOOK) return;
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme });
    await page.screenshot({ path: `${process.env.LOOK}/${name}-${scheme}.png` });
  }
  await page.emulateMedia({ colorScheme: 'light' });
};

test('VIEW-9 INB-2 senders are let in and kept out in the settings, by address and by domain', async ({ panel, openPage, sendMail }) => {
  await panel.getByRole('option').first().waitFor();
  const settings = await openPage('options.html#/senders');
  const domain = `firma${process.pid}.example`;
  await look(settings, 'senders-empty');
  await settings.getByRole('button', { name: 'Add' }).click();
  await expect(settings.getByText('That is neither an address nor a domain.')).toBeVisible();
  const field = settings.getByLabel('Address or domain');
  await field.fill('@havnegaard.example');
  await settings.getByRole('radio', { name: 'Blocked' }).check();
  await settings.getByRole('button', { name: 'Add' }).click();
  await expect(settings.getByText('@havnegaard.example is one of our own and cannot be kept out.').first()).toBeVisible();

  await field.fill(domain);
  await settings.getByRole('radio', { name: 'Always spam' }).check();
  await settings.getByRole('button', { name: 'Add' }).click();
  const remove = settings.getByRole('button', { name: `Remove the rule about @${domain}` });
  const line = settings.getByRole('listitem').filter({ has: remove });
  await expect(line).toContainText('Always spam');
  await field.fill(`Per@${domain}`);
  await settings.getByRole('radio', { name: 'Never spam' }).check();
  await settings.getByRole('button', { name: 'Add' }).click();
  await expect(settings.getByRole('listitem').filter({ hasText: `per@${domain}` })).toContainText('Never spam');
  expect(await violations(settings)).toEqual([]);
  await look(settings, 'senders-narrow');
  await settings.setViewportSize({ width: 1280, height: 800 });
  await look(settings, 'senders-wide');
  await expect(panel.locator('footer')).toContainText('Up to date');

  const [spam, heard] = [`Tilbud ${process.pid}`, `Spørgsmål ${process.pid}`];
  await sendMail({ from: `ole@${domain}`, to: 'erhverv@havnegaard.example', subject: spam, text: 'Køb nu' });
  await sendMail({ from: `per@${domain}`, to: 'erhverv@havnegaard.example', subject: heard, text: 'Hvad koster den?' });
  await panel.bringToFront();
  await arrivedRow(panel, heard);
  await expect(panel.getByRole('option', { name: spam })).toHaveCount(0);

  await settings.bringToFront();
  await remove.click();
  await expect(line).toHaveCount(0);
  await settings.getByRole('button', { name: 'Undo' }).first().click();
  await expect(line).toContainText('Always spam');
});
