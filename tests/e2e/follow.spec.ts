import type { Page, Worker } from '@playwright/test';
import { expect, test } from './signed-in';
import { arrivedRow, comment, newConversation, reply, settled, threadOf } from './support/conversation';
import { poll } from './support/poll';
import { takeLook } from './support/take-look';
import { twoAgents } from './support/two-agents';
import { violations } from './support/violations';

/** How many notifications of a conversation the browser shows; their names say what each is about. */
const toldOf = async (worker: Worker | undefined, id: string | null) => {
  const names = await worker?.evaluate(() => new Promise<string[]>((done) => chrome.notifications.getAll((all) => done(Object.keys(all)))));
  return (names ?? []).filter((name) => name.split('|')[3] === id).length;
};
const following = (page: Page) => page.getByRole('main', { name: 'Conversation' }).getByText('Following', { exact: true });

test('THR-18 one follows, the other answers: the first is told, with nothing of theirs in it; unfollowed, no more', async () => {
  test.setTimeout(300_000);
  await twoAgents(async ({ admin, colleague }) => {
    const id = await admin.page.getByRole('option').first().getAttribute('data-conversation');
    const row = (page: Page) => page.locator(`[data-conversation="${id}"]`);
    const worker = admin.context.serviceWorkers()[0];
    await admin.page.bringToFront();
    await row(admin.page).click();
    await expect(admin.page.getByRole('main', { name: 'Conversation' })).toBeVisible();
    await expect(following(admin.page)).toBeHidden();
    await admin.page.keyboard.press('b');
    await expect(following(admin.page)).toBeVisible();
    await takeLook(admin.page, 'following');
    await admin.page.getByRole('button', { name: 'More actions' }).click();
    await expect(admin.page.getByRole('menuitem', { name: 'Stop following' })).toBeVisible();
    expect(await violations(admin.page)).toEqual([]);
    await takeLook(admin.page, 'following-menu');
    await admin.page.keyboard.press('Escape');
    await admin.page.getByRole('button', { name: 'Back to the list' }).click();
    await settled(admin.page);

    await colleague.page.bringToFront();
    await row(colleague.page).click();
    await expect(colleague.page.getByRole('main', { name: 'Conversation' })).toBeVisible();
    await expect(following(colleague.page)).toBeHidden();
    await reply(colleague.page, 'Vi ser på det');
    await poll('the notification of the answer', async () => (await toldOf(worker, id)) === 1, 60_000);
    expect(await toldOf(colleague.context.serviceWorkers()[0], id)).toBe(0);

    // On screen it is told no more; and it is followed no more.
    await admin.page.bringToFront();
    await row(admin.page).click();
    await expect(following(admin.page)).toBeVisible();
    await admin.page.getByRole('button', { name: 'More actions' }).click();
    await admin.page.getByRole('menuitem', { name: 'Stop following' }).click();
    await expect(following(admin.page)).toBeHidden();
    await poll('the notification to go', async () => (await toldOf(worker, id)) === 0, 30_000);
    await admin.page.getByRole('button', { name: 'Back to the list' }).click();
    await settled(admin.page);
    await colleague.page.bringToFront();
    await comment(colleague.page, 'Ringer i morgen');
    await expect(row(admin.page)).toContainText('Ringer i morgen', { timeout: 60_000 });
    await settled(admin.page);
    expect(await toldOf(worker, id)).toBe(0);
  });
});

test('THR-18 X26 followed by its menu and taken back; told in the settings, where one may choose otherwise', async ({
  panel,
  sendMail,
  openPage,
}) => {
  await newConversation(panel, sendMail);
  await panel.getByRole('button', { name: 'More actions' }).click();
  await panel.getByRole('menuitem', { name: /^Follow/ }).click();
  await expect(following(panel)).toBeVisible();
  await panel.getByRole('button', { name: /^Undo/ }).first().click();
  await expect(following(panel)).toBeHidden();
  await panel.keyboard.press('?');
  await expect(panel.getByRole('dialog').getByText('Follow, stop following')).toBeVisible();
  await panel.keyboard.press('Escape');

  const settings = await openPage('options.html#/notifications');
  await settings.setViewportSize({ width: 1280, height: 800 });
  const way = settings.getByRole('combobox', { name: 'somebody writes in one I follow, or closes it' });
  await expect(way).toHaveValue('browser');
  await takeLook(settings, 'follow-settings');
  await way.selectOption('Not at all');
  await expect(way).toHaveValue('none');
  await expect(settings.getByRole('combobox', { name: 'one I snoozed is back' })).toHaveValue('browser');
  expect(await violations(settings)).toEqual([]);
  await way.selectOption('In the browser');
  await expect(way).toHaveValue('browser');
  await settled(panel);
});

test('THR-15 NTF-1 what one snoozed until they answer is told when they do, though it is nobody’s', async ({ panel, sendMail, worker }) => {
  const subject = `Venter ${process.pid}`;
  const messageId = `<venter-${process.pid}@mail.example>`;
  const mail = { from: `Bodil Lund <venter.${process.pid}@mail.example>`, to: 'erhverv@havnegaard.example' };
  await sendMail({ ...mail, subject, messageId, text: 'Hvornår kommer den?' });
  const row = await arrivedRow(panel, subject);
  const id = await row.getAttribute('data-conversation');
  await row.click();
  await expect(threadOf(panel).getByText('Hvornår kommer den?')).toBeVisible();
  await panel.keyboard.press('h');
  const dialog = panel.getByRole('dialog', { name: 'Snooze until' });
  await dialog.getByText('Until they answer').click();
  await expect(dialog).toBeHidden();
  await panel.getByRole('button', { name: 'Back to the list' }).click();
  await expect(row).toBeHidden();
  await settled(panel);
  await sendMail({ ...mail, subject: `Re: ${subject}`, inReplyTo: messageId, references: messageId, text: 'Er der nyt?' });
  await arrivedRow(panel, subject);
  await poll('the notification', async () => (await toldOf(worker, id)) === 1, 30_000);
});
