import { expect, test } from './signed-in';
import { arrivedRow, newConversation, settled, threadOf } from './support/conversation';
import { poll } from './support/poll';
import { databaseNames, readTable } from './support/read-store';
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

test('THR-21 K1 what came while nobody looked is new: a line in the thread, a ring on the row marked unread, and neither with a key or Undo', async ({
  panel,
  sendMail,
}) => {
  const subject = `Ulæst ${process.pid}`;
  const messageId = `<ulaest-${process.pid}@mail.example>`;
  const mail = { from: `Bodil Lund <ulaest.${process.pid}@mail.example>`, to: 'erhverv@havnegaard.example' };
  await sendMail({ ...mail, subject, messageId, text: 'Det første spørgsmål.' });
  const row = await arrivedRow(panel, subject);
  await row.click();
  await expect(threadOf(panel).getByText('Det første spørgsmål.')).toBeVisible();
  const marks = async () => {
    const stores = (await databaseNames(panel)).filter((name) => name.startsWith('samtale-'));
    const all = (await Promise.all(stores.map((name) => readTable(panel, name, 'readMarks')))).flat() as { seenAt: number; unread?: true }[];
    return all.reduce((sum, { seenAt }) => sum + seenAt, 0);
  };
  const before = await poll('the first mark', async () => (await marks()) || undefined);

  // Somebody works in another window meanwhile.
  const look = (away: boolean) =>
    panel.evaluate((gone) => {
      document.hasFocus = () => !gone;
      window.dispatchEvent(new Event(gone ? 'blur' : 'focus'));
    }, away);
  await look(true);
  await sendMail({ ...mail, subject: `Re: ${subject}`, inReplyTo: messageId, references: messageId, text: 'Og et andet.' });
  await expect(threadOf(panel).getByText('Og et andet.')).toBeVisible({ timeout: 40_000 });
  const line = panel.getByRole('main', { name: 'Conversation' }).getByText('New since you looked');
  await expect(line).toBeVisible();
  expect(await marks()).toBe(before);
  await look(false);
  await poll('the mark to go on', async () => (await marks()) > before);
  await expect(line).toBeVisible();
  expect(await violations(panel)).toEqual([]);
  await takeLook(panel, 'unread-thread');

  await panel.keyboard.press('Escape');
  await expect(line).toBeHidden();
  const unseen = panel.getByRole('option', { name: `${subject}. Unassigned. New since you looked` });
  await expect(row).toBeVisible();
  await expect(unseen).toBeHidden();
  await panel.keyboard.press('m');
  await expect(unseen).toBeVisible();
  expect(await violations(panel)).toEqual([]);
  await takeLook(panel, 'unread-row');
  await panel.getByRole('button', { name: /^Undo/ }).first().click();
  await expect(unseen).toBeHidden();
  await row.click();
  await panel.getByRole('button', { name: 'More actions' }).click();
  await panel.getByRole('menuitem', { name: 'Mark unread' }).click();
  await panel.keyboard.press('Escape');
  await expect(unseen).toBeVisible();
  await row.click();
  await expect(line).toBeVisible();
  await panel.keyboard.press('Escape');
  await expect(row).toBeVisible();
  await expect(unseen).toBeHidden();
});

test('THR-20 X26 what was done stands in the thread, by whom; three in a row fold to one, and Undo takes its own line away', async ({
  panel,
  sendMail,
}) => {
  await newConversation(panel, sendMail);
  const thread = panel.getByRole('main', { name: 'Conversation' });
  await panel.keyboard.press('a');
  await expect(thread.getByText('Taken by you')).toBeVisible();
  await panel.keyboard.press('h');
  await panel.getByRole('textbox', { name: 'Snooze until' }).fill('i morgen kl. 9');
  await panel.getByRole('textbox', { name: 'Snooze until' }).press('Enter');
  await expect(thread.getByText(/^Snoozed until .*09:00 by you/)).toBeVisible();
  await takeLook(panel, 'audit-two');
  await panel.getByRole('button', { name: 'End snooze' }).click();
  const folded = thread.getByRole('button', { name: /^3 things done, last: Snooze ended by you/ });
  await expect(folded).toBeVisible();
  expect(await violations(panel)).toEqual([]);
  await takeLook(panel, 'audit-folded');
  await folded.click();
  await expect(thread.getByText('Taken by you')).toBeVisible();
  await expect(thread.getByText('Snooze ended by you')).toBeVisible();
  await takeLook(panel, 'audit-open');

  await panel.getByRole('button', { name: /^Undo/ }).first().click();
  await expect(thread.getByText('Snooze ended by you')).toBeHidden();
  await expect(thread.getByText(/^Snoozed until .*09:00 by you/)).toBeVisible();
  await settled(panel);
  await expect(thread.getByText('Snooze ended by you')).toBeHidden();
});
