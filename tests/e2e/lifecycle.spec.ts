import { expect, test } from './fixtures';
import { arrivedRow, threadOf } from './support/conversation';
import { takeLook } from './support/take-look';
import { violations } from './support/violations';

test('VIEW-9 INB-2 senders are let in and kept out in the settings, by address and by domain', async ({ panel, openPage, sendMail }) => {
  await panel.getByRole('option').first().waitFor();
  const settings = await openPage('options.html#/senders');
  const domain = `firma${process.pid}.example`;
  await takeLook(settings, 'senders-empty');
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
  await takeLook(settings, 'senders-narrow');
  await settings.setViewportSize({ width: 1280, height: 800 });
  await takeLook(settings, 'senders-wide');
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

test('VIEW-10 deleted for good: asked once, with what goes; the keyboard does it; the same mail does not come in again', async ({
  panel,
  sendMail,
}) => {
  const subject = `Opsigelse ${process.pid}`;
  const from = `Bodil Lund <bodil${process.pid}@mail.example>`;
  const mail = { from, to: 'erhverv@havnegaard.example', subject, text: 'Hej', messageId: `<sag-${process.pid}@mail.example>`, date: new Date() };
  await sendMail(mail);
  await (await arrivedRow(panel, subject)).click();
  await expect(threadOf(panel).getByText('Hej')).toBeVisible();
  await panel.keyboard.press('Delete');
  await expect(panel.getByText(/Moved to trash by .* Deleted for good on/)).toBeVisible();
  await takeLook(panel, 'trash-notice');
  await panel.keyboard.press('Backspace');
  const dialog = panel.getByRole('dialog', { name: 'Delete this conversation for good?' });
  await expect(dialog).toContainText('This cannot be undone.');
  expect(await violations(panel)).toEqual([]);
  await takeLook(panel, 'trash-dialog');
  // Left, it is gone before the browser says that it closed, which is a task later: the very next key is the conversation's.
  const gone = await dialog.getByRole('button', { name: 'Keep it' }).evaluate(async (keep: HTMLElement) => {
    keep.click();
    for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
    return document.querySelector('dialog') === null;
  });
  expect(gone).toBe(true);
  await panel.keyboard.press('Backspace');
  await expect(dialog).toContainText('This cannot be undone.');
  await panel.keyboard.press('Escape');
  await panel.keyboard.press('Backspace');
  await dialog.getByRole('button', { name: 'Delete forever' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(panel.getByRole('region', { name: /Deleted for good/ })).toBeVisible();
  await expect(panel.getByRole('option').first()).toBeVisible();
  await panel.getByRole('button', { name: 'More' }).click();
  await panel.getByRole('menuitem', { name: /Trash/ }).click();
  await expect(panel.getByRole('option', { name: subject })).toHaveCount(0);
  await expect(panel.locator('footer')).toContainText('Up to date');

  await sendMail(mail);
  const after = `Bagefter ${process.pid}`;
  await sendMail({ ...mail, messageId: `<efter-${process.pid}@mail.example>`, subject: after, text: after });
  await panel.getByRole('button', { name: /^Unassigned/ }).click();
  await arrivedRow(panel, after);
  await expect(panel.getByRole('option', { name: subject })).toHaveCount(0);
});

test('THR-6 a sender is blocked from More; their next mail is spam, until they are unblocked from Spam', async ({ panel, sendMail }) => {
  const from = `spam${process.pid}@mail.example`;
  const [first, second, third] = ['Første', 'Anden', 'Tredje'].map((word) => `${word} ${process.pid}`) as [string, string, string];
  const mail = (subject: string) => sendMail({ from, to: 'erhverv@havnegaard.example', subject, text: subject });
  const more = async (item: string) => {
    await panel.getByRole('button', { name: 'More actions' }).click();
    await panel.getByRole('menuitem', { name: item }).click();
  };
  await mail(first);
  await (await arrivedRow(panel, first)).click();
  await expect(threadOf(panel).getByText(first)).toBeVisible();
  await more('Block sender');
  await expect(panel.getByText(`${from} is blocked. Their coming mail goes to Spam.`).first()).toBeVisible();
  await expect(panel.locator('footer')).toContainText('Up to date');
  await panel.keyboard.press('Escape');
  await mail(second);
  await panel.getByRole('button', { name: 'More', exact: true }).click();
  await panel.getByRole('menuitem', { name: /^Spam/ }).click();
  await (await arrivedRow(panel, second)).click();
  await expect(threadOf(panel).getByText(second)).toBeVisible();
  await more('Unblock sender');
  await expect(panel.getByText(`${from} is blocked no longer`).first()).toBeVisible();
  await expect(panel.locator('footer')).toContainText('Up to date');
  await panel.keyboard.press('Escape');
  await panel.getByRole('button', { name: /^Unassigned/ }).click();
  await mail(third);
  await arrivedRow(panel, third);
});
