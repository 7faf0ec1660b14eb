import type { Locator, Page } from '@playwright/test';
import type { SendMailOptions } from 'nodemailer';
import { test as fresh } from './fixtures';
import { expect, test } from './signed-in';
import { comment, reply } from './support/conversation';
import { openFullPage } from './support/full-page';
import { signIn } from './support/sign-in';
import { violations } from './support/violations';

type Send = (mail: SendMailOptions) => Promise<unknown>;
const row = (page: Page, subject: string) => page.getByRole('option', { name: new RegExp(subject) });
const edge = (page: Page, name: string) => page.getByRole('separator', { name });
const widthOf = async (pane: Locator) => Math.round((await pane.boundingBox())?.width ?? 0);
const rail = (page: Page) => page.getByRole('navigation', { name: 'Views' });

/** Mails of this test alone, the last one on top of the list. */
async function mails(sendMail: Send, ...subjects: string[]) {
  for (const subject of subjects)
    await sendMail({
      from: '"Karen Blixt" <karen.blixt@mail.example>',
      to: 'kundeservice@havnegaard.example',
      subject,
      text: `Hej\n\n${subject}\n\nKaren`,
    });
}

/** The page on the open conversations of Kundeservice, with these on top; the pointer where it holds no row. */
async function pageWith(page: Page, sendMail: Send, ...subjects: string[]) {
  await rail(page).getByRole('button').first().click();
  await page.getByRole('menuitemradio', { name: /Kundeservice/ }).click();
  await rail(page)
    .getByRole('button', { name: /^All open/ })
    .click();
  await page.mouse.move(700, 450);
  await mails(sendMail, ...subjects);
  for (const subject of subjects) await expect(row(page, subject)).toBeVisible({ timeout: 30_000 });
}

test('SUR-7 opens from the panel at the same place; reading, answering, commenting, closing and undo go on there', async ({
  panel,
  context,
  sendMail,
}) => {
  await mails(sendMail, 'Fuld side');
  await panel.locator('header.bar button').first().click();
  await panel.getByRole('menuitemradio', { name: /Kundeservice/ }).click();
  await row(panel, 'Fuld side').click({ timeout: 30_000 });
  await expect(panel.getByRole('article')).toBeVisible();
  const opened = context.waitForEvent('page');
  await panel.getByRole('button', { name: 'More actions' }).click();
  await panel.getByRole('menuitem', { name: 'Open as full page' }).click();
  const page = await opened;
  await page.setViewportSize({ width: 1280, height: 900 });
  await expect(page.getByRole('heading', { level: 1, name: 'Fuld side' })).toBeVisible();
  await expect(row(page, 'Fuld side')).toHaveAttribute('aria-selected', 'true');
  // INB-1: each inbox with its open ones, the one one is in as its own view counts them.
  await rail(page).getByRole('button').first().click();
  const inboxes = page.getByRole('menuitemradio');
  for (const inbox of await inboxes.all()) await expect(inbox).toHaveText(/\d$/);
  const all = await rail(page)
    .getByRole('button', { name: /^All open/ })
    .locator('.n')
    .textContent();
  await expect(page.getByRole('menuitemradio', { checked: true }).locator('.n')).toHaveText(all ?? '');
  await page.keyboard.press('Escape');
  await expect(inboxes).toHaveCount(0);
  await expect(page).toHaveTitle('Fuld side · Samtale');

  await reply(page, 'Vi ser på det.');
  await expect(page.getByRole('article', { name: /^Sent by/ })).toContainText(/Sent \d\d:\d\d/);
  await comment(page, 'Ring til lageret.');
  await expect(page.getByRole('article', { name: /^Internal comment by/ })).toContainText('Ring til lageret.');
  await page.getByRole('button', { name: 'Close', exact: true }).click();
  await expect(row(page, 'Fuld side')).toBeHidden();
  await expect(page.getByRole('button', { name: 'Reopen', exact: true })).toBeVisible();
  await page.keyboard.press('z');
  await expect(row(page, 'Fuld side')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Close', exact: true })).toBeVisible();
});

test('LIST-4 panes are widened by pointer and keys, folded and unfolded, and the device remembers', async ({ panel, context, sendMail }) => {
  const page = await openFullPage(context, panel, { width: 1440, height: 900 });
  await pageWith(page, sendMail, 'Rudernes bredde');
  await row(page, 'Rudernes bredde').click();
  const list = page.getByRole('region', { name: 'Conversations' });
  const details = page.getByRole('complementary', { name: 'Details' });
  await expect(details).toContainText('karen.blixt@mail.example');
  await expect.poll(async () => [await widthOf(rail(page)), await widthOf(list), await widthOf(details)]).toEqual([216, 368, 304]);

  await edge(page, 'Width of the list').focus();
  await page.keyboard.press('ArrowRight');
  await expect(edge(page, 'Width of the list')).toHaveAttribute('aria-valuenow', '384');
  await expect.poll(() => widthOf(list)).toBe(384);
  await page.keyboard.press('Home');
  await expect.poll(() => widthOf(list)).toBe(288);

  const at = await edge(page, 'Width of the views').boundingBox();
  if (!at) throw new Error('the edge is not on the page');
  await page.mouse.move(at.x + 4, 400);
  await page.mouse.down();
  await page.mouse.move(at.x + 34, 400, { steps: 3 });
  await page.mouse.up();
  await expect.poll(() => widthOf(rail(page))).toBe(246);

  await edge(page, 'Width of the details').focus();
  await page.keyboard.press('ArrowLeft');
  await expect.poll(() => widthOf(details)).toBe(320);
  await page.keyboard.press('Enter');
  await expect(details).toBeHidden();

  await page.reload();
  await expect.poll(() => widthOf(rail(page))).toBe(246);
  await expect.poll(() => widthOf(list)).toBe(288);
  await expect(page.getByRole('heading', { level: 1, name: 'Rudernes bredde' })).toBeVisible();
  await expect(details).toBeHidden();
  await page.keyboard.press('d');
  await expect.poll(() => widthOf(details)).toBe(320);

  await page.getByRole('button', { name: 'Fold the views away' }).click();
  await expect(rail(page)).toBeHidden();
  // With the views folded the list has them in a menu, and the state of the device at its foot.
  await expect(list.getByRole('button', { name: /^Up to date/ })).toBeVisible({ timeout: 40_000 });
  await list.getByRole('heading').getByRole('button').click();
  await page.getByRole('menuitem', { name: /^Spam/ }).click();
  await expect(list.getByRole('heading')).toContainText('Spam');
  await page.reload();
  await expect(list.getByRole('heading')).toContainText('Spam');
  await page.getByRole('button', { name: 'Show the views' }).click();
  await expect(rail(page).getByRole('button', { name: /^Spam/ })).toHaveAttribute('aria-current', 'page');
});

test('SUR-7 reload, back, forward and a kept address lead to the same inbox, view and conversation', async ({ panel, context, sendMail }) => {
  const page = await openFullPage(context, panel);
  await pageWith(page, sendMail, 'Adressen et', 'Adressen to');
  const title = page.getByRole('heading', { level: 1 });
  await row(page, 'Adressen et').click();
  await expect(title).toHaveText('Adressen et');
  await row(page, 'Adressen to').click();
  await expect(title).toHaveText('Adressen to');
  await rail(page)
    .getByRole('button', { name: /^Unassigned/ })
    .click();
  await expect(title).toHaveText('No conversation is open');

  await page.goBack();
  await expect(title).toHaveText('Adressen to');
  await expect(rail(page).getByRole('button', { name: /^All open/ })).toHaveAttribute('aria-current', 'page');
  await page.goBack();
  await expect(title).toHaveText('Adressen et');
  await expect(row(page, 'Adressen et')).toHaveAttribute('aria-selected', 'true');
  await page.goForward();
  await expect(title).toHaveText('Adressen to');
  await page.reload();
  await expect(title).toHaveText('Adressen to');

  const kept = page.url();
  const other = await context.newPage();
  await other.setViewportSize({ width: 1280, height: 900 });
  await other.goto(kept);
  await expect(other.getByRole('heading', { level: 1 })).toHaveText('Adressen to');
  await other.goto(kept.replace(/[0-9a-f]{12}$/, '000000000000'));
  await expect(other.getByRole('heading', { level: 1 })).toHaveText('This conversation is not on this device');
  await other.goto(kept.replace(/#.*/, '#/nonsense'));
  await other.reload();
  await expect(other.getByRole('option').first()).toBeVisible();
  await expect(other).toHaveURL(/#\/[0-9a-f-]{36}\/\w+$/);
});

test('ALL-2 keys: the list keeps the focus, Enter again moves into the thread, Esc one step out, F6 from pane to pane', async ({
  panel,
  context,
  sendMail,
}) => {
  const page = await openFullPage(context, panel);
  await pageWith(page, sendMail, 'Taster tre', 'Taster to', 'Taster et');
  const list = page.getByRole('listbox');
  const title = page.getByRole('heading', { level: 1 });
  await list.focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await expect(title).toHaveText('Taster et');
  await expect(list).toBeFocused();
  await page.keyboard.press('j');
  await expect(title).toHaveText('Taster to');
  await expect(list).toBeFocused();

  // Closing moves to the next row, which J then opens; nothing opens by itself.
  await page.keyboard.press('e');
  await expect(row(page, 'Taster to')).toBeHidden();
  await expect(row(page, 'Taster tre')).toHaveClass(/is-cursor/);
  await expect(title).toHaveText('Taster to');
  await page.keyboard.press('j');
  await expect(title).toHaveText('Taster tre');
  await page.keyboard.press('k');
  await expect(title).toHaveText('Taster et');

  await page.keyboard.press('Enter');
  await expect(page.locator('#thread')).toBeFocused();
  await page.keyboard.press('r');
  await expect(page.getByRole('textbox', { name: 'Text of the reply' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.locator('#thread')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(list).toBeFocused();
  await expect(title).toHaveText('Taster et');
  await page.keyboard.press('Escape');
  await expect(title).toHaveText('No conversation is open');
  await expect(list).toBeFocused();

  await page.keyboard.press('Enter');
  await expect(title).toHaveText('Taster et');
  await page.keyboard.press('d');
  // A pane that is not there yet is passed over.
  await expect(page.getByRole('button', { name: /^Reply to/ })).toBeVisible();
  await expect(page.getByRole('complementary', { name: 'Details' })).toBeVisible();
  await page.keyboard.press('F6');
  await expect(page.locator('#thread')).toBeFocused();
  await page.keyboard.press('F6');
  await expect(page.getByRole('button', { name: /^Reply to/ })).toBeFocused();
  await page.keyboard.press('F6');
  await expect(page.getByRole('complementary', { name: 'Details' })).toBeFocused();
  await page.keyboard.press('F6');
  await expect(rail(page).getByRole('button', { name: /^All open/ })).toBeFocused();
  await page.keyboard.press('Shift+F6');
  await expect(page.getByRole('complementary', { name: 'Details' })).toBeFocused();
});

test('SUR-1 panel and page show each other’s acts at once, without the network', async ({ panel, context, sendMail, setOffline }) => {
  const page = await openFullPage(context, panel);
  await pageWith(page, sendMail, 'Set fra to steder');
  await panel.bringToFront();
  await panel.locator('header.bar button').first().click();
  await panel.getByRole('menuitemradio', { name: /Kundeservice/ }).click();
  await panel.getByRole('button', { name: /^All open/ }).click();
  await row(panel, 'Set fra to steder').click();
  await row(page, 'Set fra to steder').click();
  await setOffline(true);

  await panel.keyboard.press('a');
  await expect(page.getByRole('button', { name: /Owner/ })).toContainText('Mette');
  await comment(page, 'Skrevet på siden.');
  await expect(panel.getByRole('article', { name: /^Internal comment by/ })).toContainText('Skrevet på siden.');
  await page.keyboard.press('e');
  await expect(panel.getByRole('button', { name: 'Reopen', exact: true })).toBeVisible();
  await panel.getByRole('button', { name: 'Reopen', exact: true }).click();
  await expect(row(page, 'Set fra to steder')).toBeVisible();
  await expect(rail(page).getByRole('button', { name: /changes wait/ })).toBeVisible();
});

fresh('SUR-7 a tab that is not connected begins as the panel does, and a narrow one has one column', async ({ context, hub, openPage }) => {
  const page = await openPage('inbox.html');
  await expect(page.getByRole('heading', { name: 'Where shall your conversations be?' })).toBeVisible();
  await signIn(context, page, hub);
  await expect(rail(page).getByRole('button', { name: /^Unassigned/ })).toBeVisible();
  await page.getByRole('option').first().click();
  await expect(page.getByRole('button', { name: 'Back to the list' })).toBeVisible();
  const subject = await page.getByRole('heading', { level: 1 }).textContent();
  await page.setViewportSize({ width: 1024, height: 800 });
  await expect(page.getByRole('button', { name: 'Back to the list' })).toBeHidden();
  await expect(page.getByRole('listbox')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(subject ?? '');
  await page.getByRole('button', { name: 'Language, theme and session' }).click();
  await expect(page.getByRole('menuitem', { name: 'Keys' })).toBeVisible();
  await expect(page.getByRole('menuitem', { name: 'Open as full page' })).toBeHidden();
});

test('RPL-8 X26 undo of a reply opens the composer with its words again, also when one reads another conversation by then', async ({
  panel,
  context,
  sendMail,
  setOffline,
}) => {
  const page = await openFullPage(context, panel);
  await pageWith(page, sendMail, 'Fortrydes et andet sted', 'Fortrydes her');
  const title = page.getByRole('heading', { level: 1 });
  const editor = page.getByRole('textbox', { name: 'Text of the reply' });
  const sent = page.getByRole('region', { name: 'The reply waits for the network' });
  await row(page, 'Fortrydes her').click();
  await expect(title).toHaveText('Fortrydes her');
  // Without the network the reply waits on the device: that Undo comes in time is no race.
  await setOffline(true);
  await reply(page, 'Ikke endnu.');
  await sent.hover();
  await page.keyboard.press('z');
  await expect(editor).toHaveText('Ikke endnu.');
  await expect(page.getByRole('article', { name: /^Sent by/ })).toHaveCount(0);

  await page.keyboard.press('Control+Enter');
  await expect(editor).toBeHidden();
  await sent.hover();
  await page.keyboard.press('i');
  await expect(page.getByRole('textbox', { name: 'Text of the comment' })).toBeVisible();
  // What one can undo stands at the foot beside what one writes, not over it.
  const toast = await sent.boundingBox();
  const writing = await page.locator('section.composer').boundingBox();
  if (!toast || !writing) throw new Error('toast or composer is not on the page');
  expect(toast.y).toBeGreaterThan(700);
  expect(toast.x + toast.width).toBeLessThan(writing.x);
  await page.keyboard.press('Escape');
  await page.keyboard.press('j');
  await expect(title).toHaveText('Fortrydes et andet sted');
  await page.keyboard.press('z');
  await expect(title).toHaveText('Fortrydes her');
  await expect(editor).toHaveText('Ikke endnu.');
  await expect(row(page, 'Fortrydes her')).toHaveAttribute('aria-selected', 'true');
});

for (const theme of ['Light', 'Dark']) {
  test(`ALL-3 axe finds nothing at 1280, ${theme.toLowerCase()}: nothing open, thread, details, reply, comment, folded, keys`, async ({
    panel,
    context,
    sendMail,
  }) => {
    const page = await openFullPage(context, panel);
    await pageWith(page, sendMail, `Adgang ${theme}`);
    await page.getByRole('button', { name: 'Language, theme and session' }).click();
    await page.getByRole('menuitemradio', { name: theme }).click();
    expect(await violations(page), 'nothing open').toEqual([]);
    await row(page, `Adgang ${theme}`).click();
    await expect(page.getByRole('article')).toBeVisible();
    expect(await violations(page), 'thread').toEqual([]);
    await page.keyboard.press('d');
    await expect(page.getByRole('complementary')).toBeVisible();
    expect(await violations(page), 'details').toEqual([]);
    await page.keyboard.press('r');
    await expect(page.getByRole('textbox', { name: 'Text of the reply' })).toBeVisible();
    expect(await violations(page), 'reply').toEqual([]);
    await page.getByRole('button', { name: 'Comment', exact: true }).first().click();
    await expect(page.getByRole('textbox', { name: 'Text of the comment' })).toBeVisible();
    expect(await violations(page), 'comment').toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Fold the views away' }).click();
    expect(await violations(page), 'folded').toEqual([]);
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog')).toContainText('Next pane');
    expect(await violations(page), 'keys').toEqual([]);
  });
}

/** Words that do not show whole, though they are ours and not a customer's; and whatever makes the page wider than its window. */
const clipped = (page: Page) =>
  page.evaluate(() => {
    const wide = [
      document.documentElement,
      ...document.querySelectorAll('.rail-views, .list-bar, .list, .thread-pane, .scroll, .bar, .page-foot, .composer, .tabs, .context-scroll'),
    ];
    const ours = document.querySelectorAll(
      '.view-line .cut, .view-head, .list-bar h2, .list-summary, .btn:not(:has(.owner-name)), .tab, .page-foot button, .props dt, .sec h3, .field.quiet .kbd',
    );
    const named = (element: Element) => `${element.className}: ${element.textContent?.trim().slice(0, 60)}`;
    const outside = [...ours].filter((element) => {
      const box = element.getBoundingClientRect();
      const pane = (element.closest('.pane') ?? document.body).getBoundingClientRect();
      return box.width > 0 && (box.left < pane.left - 1 || box.right > pane.right + 1);
    });
    // A figure that has no room for all its words hides itself.
    const shown = [...wide, ...ours].filter((element) => element.checkVisibility({ visibilityProperty: true }));
    const cut = shown.filter((element) => element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0);
    return [...new Set([...outside, ...cut].map(named))];
  });

test('ALL-4 nothing clips in Danish, at 1024 to 2560 px, with details, while writing, as narrow as panes go, and offline', async ({
  panel,
  context,
  sendMail,
  setOffline,
}) => {
  const page = await openFullPage(context, panel, { width: 1440, height: 900 });
  await pageWith(page, sendMail, 'Bredde på dansk');
  await page.getByRole('button', { name: 'Language, theme and session' }).click();
  await page.getByRole('menuitemradio', { name: 'Dansk' }).click();
  await row(page, 'Bredde på dansk').click();
  const details = page.getByRole('complementary', { name: 'Detaljer' });
  const writing = page.getByRole('textbox', { name: 'Svarets tekst' });
  for (const width of [1024, 1280, 1440, 1920, 2560]) {
    await page.setViewportSize({ width, height: 900 });
    await expect.poll(() => widthOf(page.locator('.panes'))).toBe(width);
    await expect(page.getByRole('button', { name: width >= 1400 ? 'Fold detaljerne væk' : 'Vis detaljerne' })).toBeVisible();
    await expect.poll(() => clipped(page), `${width} px`).toEqual([]);
  }
  for (const width of [1024, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    await expect.poll(() => widthOf(page.locator('.panes'))).toBe(width);
    await expect(page.getByRole('button', { name: width >= 1400 ? 'Fold detaljerne væk' : 'Vis detaljerne' })).toBeVisible();
    if (width < 1400) await page.keyboard.press('d');
    await expect(details).toBeVisible();
    await page.keyboard.press('r');
    await expect(writing).toBeVisible();
    await expect.poll(() => clipped(page), `${width} px, details and writing`).toEqual([]);
    await page.keyboard.press('Escape');
    // At 1024 px there is room for one side: the details stood in the place of the views.
    if (width < 1400) await page.getByRole('button', { name: 'Vis visningerne' }).click();
    await expect(page.getByRole('navigation', { name: 'Visninger' })).toBeVisible();
    await page.getByRole('separator', { name: 'Visningernes bredde' }).focus();
    await page.keyboard.press('Home');
    await page.getByRole('separator', { name: 'Listens bredde' }).focus();
    await page.keyboard.press('Home');
    await expect.poll(() => clipped(page), `${width} px, as narrow as they go`).toEqual([]);
  }
  await setOffline(true);
  await page.keyboard.press('a');
  await expect(page.getByRole('navigation', { name: 'Visninger' }).getByRole('button', { name: /^Offline.*1/ })).toBeVisible();
  await expect.poll(() => clipped(page), 'offline').toEqual([]);
});
