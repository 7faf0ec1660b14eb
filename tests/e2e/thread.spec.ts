import { expect, test } from './signed-in';
import { newConversation } from './support/conversation';
import { takeLook } from './support/take-look';
import { violations } from './support/violations';

test('THR-15 snoozed until a typed time: out of the list, in Snoozed, and back by hand or with Undo', async ({ panel, sendMail }) => {
  const { subject } = await newConversation(panel, sendMail);
  const row = panel.getByRole('option', { name: subject });
  await panel.keyboard.press('h');
  const dialog = panel.getByRole('dialog', { name: 'Snooze until' });
  const field = dialog.getByRole('textbox', { name: 'Snooze until' });
  await expect(field).toBeFocused();
  await takeLook(panel, 'snooze-empty');
  await field.fill('i morgn');
  await field.press('Enter');
  await expect(dialog.getByText('Not a time we know')).toBeVisible();
  await takeLook(panel, 'snooze-not');
  await field.fill('i morgen kl. 9');
  await expect(dialog.getByRole('status')).toContainText('09:00');
  expect(await violations(panel)).toEqual([]);
  await takeLook(panel, 'snooze-typed');
  await field.press('Enter');
  await expect(dialog).toBeHidden();
  const notice = panel.getByRole('main', { name: 'Conversation' }).getByText(/^Snoozed by you until .*09:00/);
  await expect(notice).toBeVisible();
  await takeLook(panel, 'snooze-thread');

  await panel.keyboard.press('Escape');
  await expect(row).toBeHidden();
  await panel
    .getByRole('button', { name: 'More views' })
    .or(panel.getByRole('button', { name: /^More$/ }))
    .first()
    .click();
  await panel
    .getByRole('menuitem', { name: /^Snoozed/ })
    .or(panel.getByRole('menuitemradio', { name: /^Snoozed/ }))
    .click();
  await expect(row).toContainText(/Snoozed by you until .*09:00/);
  await takeLook(panel, 'snooze-view');
  await row.click();
  await panel.getByRole('button', { name: 'End snooze' }).click();
  await expect(notice).toBeHidden();
  await panel.getByRole('button', { name: /^Undo/ }).first().click();
  await expect(notice).toBeVisible();
});
