import type { Page } from '@playwright/test';
import { test as fresh } from './fixtures';
import { expect, test } from './signed-in';
import { settled } from './support/conversation';
import { poll } from './support/poll';
import { attachTo, gone, pressToolbarButton } from './support/real-panel';
import { violations } from './support/violations';

type Send = (mail: object) => Promise<unknown>;
const row = (page: Page, subject: string) => page.getByRole('option', { name: new RegExp(subject) });
const strip = (page: Page) => page.getByRole('toolbar');
const tab = (page: Page, name: RegExp) => page.getByRole('navigation').getByRole('button', { name });
const countOf = async (page: Page, name: RegExp) => Number((await tab(page, name).locator('.n').textContent()) || Number.NaN);

const mail = (sendMail: Send, subject: string) =>
  sendMail({
    from: '"Karen Blixt" <karen.blixt@mail.example>',
    to: 'kundeservice@havnegaard.example',
    subject,
    text: `Hej\n\n${subject}\n\nKaren`,
  });

/** The popup as a page of its size, in the inbox Kundeservice, with these on top and the pointer off the rows. */
async function openTriage(panel: Page, openPage: (path: string) => Promise<Page>, sendMail: Send, ...subjects: string[]) {
  await panel.locator('header.bar button').first().click();
  await panel.getByRole('menuitemradio', { name: /Kundeservice/ }).click();
  await settled(panel);
  for (const subject of subjects) await mail(sendMail, subject);
  const popup = await openPage('popup.html');
  await popup.setViewportSize({ width: 380, height: 560 });
  await popup.mouse.move(200, 10);
  for (const subject of subjects) await expect(row(popup, subject)).toBeVisible({ timeout: 30_000 });
  // Opened when they were there already.
  await popup.reload();
  await strip(popup).waitFor();
  return popup;
}

test('SUR-4 one key or click each: take, close, trash, spam, each with Undo; keys move and change the tab', async ({ panel, openPage, sendMail }) => {
  const popup = await openTriage(panel, openPage, sendMail, 'Lampen et', 'Lampen to');
  await expect(tab(popup, /^Unassigned/).locator('.n')).toHaveText(/\d/);
  const unassigned = await countOf(popup, /^Unassigned/);
  // The newest is under the cursor from the start, and carries what can be done with it.
  await expect(row(popup, 'Lampen to')).toHaveAttribute('aria-selected', 'true');
  await expect(strip(popup).getByRole('button')).toHaveText([/Take it/, /Close/, /Snooze/, /Trash/, /Spam/]);
  await popup.keyboard.press('j');
  await expect(row(popup, 'Lampen et')).toHaveAttribute('aria-selected', 'true');
  await popup.keyboard.press('ArrowUp');
  await expect(row(popup, 'Lampen to')).toHaveAttribute('aria-selected', 'true');

  // Taken, it leaves; the next one is under the cursor, and Z brings it back.
  await popup.keyboard.press('a');
  await expect(row(popup, 'Lampen to')).toBeHidden();
  await expect(row(popup, 'Lampen et')).toHaveAttribute('aria-selected', 'true');
  await expect.poll(() => countOf(popup, /^Unassigned/)).toBe(unassigned - 1);
  await popup.keyboard.press('2');
  await expect(row(popup, 'Lampen to')).toBeVisible();
  await expect(strip(popup).getByRole('button')).not.toHaveText([/Take it/]);
  await popup.keyboard.press('1');
  await expect(popup.getByRole('button', { name: /^Undo/ }).first()).toBeVisible();
  await popup.keyboard.press('z');
  await expect(row(popup, 'Lampen to')).toBeVisible();
  await expect.poll(() => countOf(popup, /^Unassigned/)).toBe(unassigned);

  await row(popup, 'Lampen to').click();
  for (const act of ['Close', 'Trash', 'Spam']) {
    await expect(row(popup, 'Lampen to')).toHaveAttribute('aria-selected', 'true');
    await strip(popup).getByRole('button', { name: act }).click();
    await expect(row(popup, 'Lampen to')).toBeHidden();
    await popup.mouse.move(200, 10);
    await popup.getByRole('button', { name: /^Undo/ }).first().click();
    await expect(row(popup, 'Lampen to')).toBeVisible();
    await row(popup, 'Lampen to').click();
  }
  for (const key of ['e', 'Delete', 'Shift+!']) {
    await popup.keyboard.press(key);
    await expect(row(popup, 'Lampen to')).toBeHidden();
    // Hidden at once; what Z takes back is there when it is said.
    await expect(popup.getByRole('button', { name: /^Undo/ }).first()).toBeVisible();
    await popup.keyboard.press('z');
    await expect(row(popup, 'Lampen to')).toBeVisible();
    await row(popup, 'Lampen to').click();
  }
  // H asks until when, in place of the strip; Esc gives it back, and a time in plain words is taken by Enter (THR-15).
  await popup.keyboard.press('h');
  const until = popup.getByRole('textbox', { name: 'Snooze until' });
  await expect(until).toBeFocused();
  await expect(row(popup, 'Lampen to')).toBeInViewport();
  await popup.keyboard.press('Escape');
  await expect(strip(popup)).toBeVisible();
  await popup.keyboard.press('h');
  await until.fill('om 2 uger kl. 9');
  await expect(popup.getByRole('status').filter({ hasText: '09:00' })).toBeVisible();
  await until.press('Enter');
  await expect(row(popup, 'Lampen to')).toBeHidden();
  // Undo of the acts before may still be offered: this one's own says Snoozed.
  await expect(
    popup
      .getByRole('region')
      .getByText(/^Snoozed/)
      .first(),
  ).toBeVisible();
  await popup.keyboard.press('z');
  await expect(row(popup, 'Lampen to')).toBeVisible();
});

test('SUR-4 AVL-1 in Danish and offline nothing is cut, in both themes axe finds nothing; available or away is the same in every window', async ({
  panel,
  openPage,
  sendMail,
  setOffline,
}) => {
  const popup = await openTriage(panel, openPage, sendMail, 'Reolen');
  await setDanish(panel);
  await expect(strip(popup).getByRole('button')).toHaveText([/Tag den/, /Luk/, /Udskyd/, /Slet/, /Spam/]);
  for (const colorScheme of ['light', 'dark'] as const) {
    await popup.emulateMedia({ colorScheme });
    expect(await violations(popup)).toEqual([]);
  }
  expect(await cutWords(popup)).toEqual([]);

  const available = popup.getByRole('switch', { name: 'Du er tilgængelig' });
  await expect(available).toBeChecked();
  await available.click();
  await expect(available).not.toBeChecked();
  // The same row, in every window.
  await expect(panel.getByRole('switch')).not.toBeChecked();
  await expect(available).toContainText('Du er væk');
  // And beside one's name where conversations are handed out.
  await row(panel, 'Reolen').click();
  await panel.getByRole('button', { name: /^Ansvarlig/ }).click();
  await expect(panel.getByRole('menuitemradio', { name: /\(dig\).*Væk$/ })).toBeVisible();
  await panel.keyboard.press('Escape');
  await panel.keyboard.press('Escape');

  await setOffline(true);
  await popup.keyboard.press('a');
  await expect(row(popup, 'Reolen')).toBeHidden();
  await expect(popup.getByRole('contentinfo')).toContainText('1 venter');
  expect(await cutWords(popup)).toEqual([]);
  await setOffline(false);
  await expect(popup.getByRole('contentinfo')).toContainText(/\d\d[.:]\d\d/, { timeout: 40_000 });
  await popup.keyboard.press('z');
  await available.click();
});

/** Words that end in an ellipsis where none may: tabs, buttons, the state at the foot. */
const cutWords = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.tab, .tabs span, .act, .bar.foot *, .avail, .avail *')]
      .filter((node) => node.scrollWidth > node.clientWidth + 1 && node.clientWidth > 1)
      .map((node) => node.textContent),
  );

async function setDanish(panel: Page) {
  await panel.getByRole('button', { name: 'Language, theme and session' }).click();
  await panel.getByRole('menuitemradio', { name: 'Dansk' }).click();
}

fresh('SUR-4 without an account it says so, and the one way on is the side panel', async ({ openPage }) => {
  const popup = await openPage('popup.html');
  await expect(popup.getByRole('heading', { name: 'Samtale is not connected' })).toBeVisible();
  await expect(popup.getByRole('button', { name: 'Open the side panel' })).toBeFocused();
  expect(await violations(popup)).toEqual([]);
});

fresh(
  'SUR-4 through the real button: the device chooses what it opens, the key and the menu open the other, P opens the panel on the conversation',
  async ({ panel, context, extensionId, worker, openPage, sendMail }) => {
    const tabbed = await openTriage(panel, openPage, sendMail, 'Stolen');
    const id = await row(tabbed, 'Stolen').getAttribute('data-conversation');
    // O is the same conversation in a tab.
    const opened = context.waitForEvent('page');
    await tabbed.keyboard.press('o');
    const page = await opened;
    await expect(page).toHaveURL(new RegExp(`/unassigned/${id}$`));
    await page.close();
    await tabbed.close();
    // The badge counts what waits for me.
    const mine = () => worker.evaluate(async () => [await chrome.action.getBadgeText({}), await chrome.action.getTitle({})]);
    const [before] = await mine();

    // The button opens the panel; the key of quick triage opens the popup all the same, and leaves the button as it was.
    await worker.evaluate(() => (chrome.commands.onCommand as unknown as { dispatch(command: string): void }).dispatch('quick-triage'));
    const byKey = await attachTo(context, 'popup.html');
    await byKey.waitForText('Stolen');
    // Two at once crash the browser.
    await byKey.evaluate('void setTimeout(() => close(), 0)');
    await gone(context, 'popup.html');
    await poll('the button to be as before', () => worker.evaluate(async () => (await chrome.action.getPopup({})) === ''));

    await panel.getByRole('button', { name: 'Language, theme and session' }).click();
    await panel.getByRole('menuitemradio', { name: 'Quick triage' }).click();
    await poll('the button to open quick triage', () => worker.evaluate(async () => (await chrome.action.getPopup({})).endsWith('popup.html')));
    await pressToolbarButton(context, extensionId);
    const popup = await attachTo(context, 'popup.html');
    await popup.waitForText('Stolen');
    // What the browser makes the popup as large as; a small screen shows less.
    expect(await popup.evaluate('[document.body.offsetWidth, document.body.offsetHeight]')).toEqual([380, 560]);
    await popup.press('a', 'KeyA');
    await poll('the badge to count it', async () => Number((await mine())[0]) === Number(before) + 1);
    await expect.poll(async () => (await mine())[1]).toMatch(/^Samtale, \d+ waiting/);
    await popup.press('z', 'KeyZ');
    await poll('the badge to be as before', async () => (await mine())[0] === before);
    await popup.waitFor(`document.querySelector('.is-cursor')?.dataset.conversation === '${id}' || document.getElementById('row-${id}')?.click()`);
    // The panel in a tab stands in this window too, and would go there instead.
    await panel.goto('about:blank');
    // The popup is gone before the key is let go.
    await popup.send('Input.dispatchKeyEvent', { type: 'keyDown', key: 'p', code: 'KeyP' });
    const side = await attachTo(context, 'sidepanel.html');
    await side.waitFor("document.querySelector('#thread')?.textContent.includes('Stolen')");
  },
);
