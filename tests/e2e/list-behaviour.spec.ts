import type { Page } from '@playwright/test';
import { expect, test } from './signed-in';
import { arrivedRow, newConversation, settled } from './support/conversation';

const list = (panel: Page) => panel.getByRole('listbox');
const focused = (panel: Page) =>
  panel.evaluate(() =>
    document.activeElement === document.body ? 'nothing' : ((document.activeElement?.id || document.activeElement?.getAttribute('role')) ?? ''),
  );
const openInbox = async (panel: Page, name: RegExp) => {
  await panel.locator('header.bar button').first().click();
  await panel.getByRole('menuitemradio', { name }).click();
};
async function openView(panel: Page, name: RegExp) {
  await panel.getByRole('button', { name: 'More' }).click();
  await panel.getByRole('menuitem', { name }).click();
}

test('ALL-3 the focus is never lost: after Undo by click, after an editor folded, after a row left', async ({ panel, sendMail }) => {
  await newConversation(panel, sendMail);
  await panel.keyboard.press('e');
  await panel.getByRole('button', { name: /^Undo/ }).first().click();
  await expect.poll(() => focused(panel)).toBe('thread');
  await panel.keyboard.press('r');
  await expect(panel.getByRole('textbox', { name: 'Text of the reply' })).toBeFocused();
  await panel.keyboard.press('Escape');
  await expect.poll(() => focused(panel)).toBe('thread');
  await panel.keyboard.press('Escape');
  await expect(list(panel)).toBeFocused();
  // The row that was closed is gone; the one below it has the cursor, and the list the focus.
  const next = await panel.locator('.row.is-cursor').evaluate((row) => row.closest('[data-index]')?.nextElementSibling?.querySelector('.row')?.id);
  await panel.keyboard.press('e');
  if (next) await expect(panel.locator('.row.is-cursor')).toHaveId(next);
  await expect(list(panel)).toBeFocused();
  await panel.getByRole('button', { name: /^Undo/ }).first().click();
  await expect(list(panel)).toBeFocused();
});

test('ALL-2 who comes to the list by keyboard sees where they are', async ({ panel }) => {
  // While the inboxes come in, the list may still become another one.
  await settled(panel);
  await panel.getByRole('button', { name: 'Newest first' }).focus();
  await panel.keyboard.press('Tab');
  await expect(list(panel)).toBeFocused();
  await expect(panel.locator('.row.is-cursor')).toHaveCount(1);
});

test('LIST-1 coming back from a conversation the list stands where it stood, the day of its rows at the top', async ({ panel }) => {
  await openInbox(panel, /Kundeservice/);
  await panel.getByRole('button', { name: /^All open/ }).click();
  await panel.getByRole('option').first().waitFor();
  await list(panel).evaluate((element) => element.scrollTo(0, 1500));
  // Under an open conversation the list is there, unseen: its role would not find it.
  const top = () => panel.locator('.list').evaluate((element) => element.scrollTop);
  await expect.poll(top).toBeGreaterThan(1000);
  const day = () =>
    list(panel).evaluate((element) => {
      const edge = element.getBoundingClientRect().top;
      return [...element.querySelectorAll('.day')].filter((heading) => Math.abs(heading.getBoundingClientRect().top - edge) < 2).length;
    });
  await expect.poll(day).toBe(1);
  const before = await top();
  // Some row in the middle; a point there may be a day's heading, it depends on the hour.
  const inSight = await list(panel).evaluate((element) => {
    const { top: from, bottom: to } = element.getBoundingClientRect();
    const boxes = [...element.querySelectorAll('[role=option]')].map((row) => row.getBoundingClientRect());
    return boxes.filter((box) => box.top > from + 60 && box.bottom < to).map((box) => box.top + box.height / 2);
  });
  await panel.mouse.click(200, inSight[1] ?? 0);
  await expect(panel.locator('#thread')).toBeFocused();
  await panel.keyboard.press('Escape');
  await expect(list(panel)).toBeFocused();
  expect(await top()).toBe(before);
});

test('LIST-2 what a row offers under the pointer fits where it lies', async ({ panel, sendMail }) => {
  const { subject } = await newConversation(panel, sendMail);
  await panel.keyboard.press('Escape');
  const row = panel.getByRole('option', { name: subject });
  const tools = row.locator('.acts [data-do]');
  const offered = async () => {
    await row.hover();
    return tools.evaluateAll((all) => all.map((tool) => tool.getAttribute('data-do')));
  };
  await expect.poll(offered).toEqual(['assign-to-me', 'close-conversation', 'snooze-conversation', 'trash-conversation']);
  await row.locator('[data-do=trash-conversation]').click();
  await openView(panel, /Trash/);
  await expect.poll(offered).toEqual(['restore-conversation', 'delete-forever']);
  await row.locator('[data-do=restore-conversation]').click();
  await panel.getByRole('button', { name: /^All open/ }).click();
  await arrivedRow(panel, subject);
  await list(panel).focus();
  await row.hover();
  await row.locator('[data-do=close-conversation]').click();
  await openView(panel, /All closed/);
  await expect.poll(offered).toEqual(['assign-to-me', 'reopen-conversation', 'trash-conversation']);
});

test('ALL-1 the list of what waits, once it is empty, does not open by itself when something waits again', async ({
  panel,
  sendMail,
  setOffline,
}) => {
  await newConversation(panel, sendMail);
  const details = panel.locator('.status-details');
  const status = panel.locator('footer .bar .btn');
  await setOffline(true);
  await panel.keyboard.press('a');
  await expect(status).toContainText(/1 change waits/);
  await status.click();
  await expect(details).toBeVisible();
  await setOffline(false);
  await expect(status).toContainText(/Up to date/);
  await setOffline(true);
  await panel.locator('#thread').focus();
  await panel.keyboard.press('e');
  await expect(status).toContainText(/1 change waits/);
  await expect(details).toHaveCount(0);
});
