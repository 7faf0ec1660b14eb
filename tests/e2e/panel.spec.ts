import type { Page } from '@playwright/test';
import { expect, test } from './signed-in';
import { arrivedRow } from './support/conversation';
import { violations } from './support/violations';

/** A panel in the inbox Kundeservice with a conversation of this test's own, so that no other test is in the way. */
async function withMail(panel: Page, sendMail: (mail: object) => Promise<unknown>, subject: string, more: object = {}) {
  await panel.getByRole('button', { name: 'Switch inbox' }).or(panel.locator('header.bar button').first()).first().click();
  await panel.getByRole('menuitemradio', { name: /Kundeservice/ }).click();
  await panel.getByRole('button', { name: /^All open/ }).click();
  await sendMail({
    from: '"Karen Blixt" <karen.blixt@mail.example>',
    to: 'kundeservice@havnegaard.example',
    subject,
    text: `Hej\n\n${subject}\n\nKaren`,
    ...more,
  });
  await arrivedRow(panel, subject);
}
const row = (panel: Page, subject: string) => panel.getByRole('option', { name: new RegExp(subject) });
const countOf = async (panel: Page, view: RegExp) =>
  Number((await panel.getByRole('button', { name: view }).locator('.n').textContent()) ?? Number.NaN);

test('LIST-2 VIEW-12 a mail shows as a row that needs an answer, and the counts follow every act and its undo', async ({ panel, sendMail }) => {
  await withMail(panel, sendMail, 'Er Skagen på lager');
  await expect(row(panel, 'Er Skagen på lager')).toHaveAccessibleName(/^Needs an answer, waiting .* Karen Blixt, E-mail\. Er Skagen på lager/);
  const before = await countOf(panel, /^All open/);
  await row(panel, 'Er Skagen på lager').click();
  await panel.keyboard.press('e');
  await expect(panel.getByText('Closed “Er Skagen på lager”', { exact: true }).first()).toBeVisible();
  await panel.keyboard.press('Escape');
  await expect.poll(() => countOf(panel, /^All open/)).toBe(before - 1);
  await panel.keyboard.press('z');
  await expect.poll(() => countOf(panel, /^All open/)).toBe(before);
  await expect(row(panel, 'Er Skagen på lager')).toBeVisible();
});

test('ALL-2 everything in the list goes by keys: move, take, spam, not spam, trash, restore, undo', async ({ panel, sendMail }) => {
  await withMail(panel, sendMail, 'Kun med taster');
  await panel.getByRole('listbox').focus();
  await panel.keyboard.press('Home');
  await expect(row(panel, 'Kun med taster')).toHaveClass(/is-cursor/);
  await panel.keyboard.press('a');
  await expect(row(panel, 'Kun med taster')).toHaveAccessibleName(/Assigned to you/);
  await panel.keyboard.press('Shift+!');
  await expect(panel.getByText('Moved “Kun med taster” to spam', { exact: true }).first()).toBeVisible();
  await expect(row(panel, 'Kun med taster')).toBeHidden();
  await panel.keyboard.press('z');
  await expect(row(panel, 'Kun med taster')).toBeVisible();
  await panel.getByRole('listbox').focus();
  await panel.keyboard.press('Home');
  await panel.keyboard.press('Delete');
  await expect(row(panel, 'Kun med taster')).toBeHidden();
  await panel.getByRole('button', { name: 'More' }).click();
  await panel.getByRole('menuitem', { name: /Trash/ }).click();
  await row(panel, 'Kun med taster').click();
  await panel.getByRole('button', { name: 'Restore' }).click();
  await panel.keyboard.press('Escape');
  await panel.getByRole('button', { name: /^All open/ }).click();
  await expect(row(panel, 'Kun med taster')).toBeVisible();
});

test('ALL-2 Z pressed before an act is said takes back that act, and not the one before', async ({ panel, sendMail }) => {
  await withMail(panel, sendMail, 'Fortrudt med det samme');
  const mine = row(panel, 'Fortrudt med det samme');
  await panel.getByRole('listbox').focus();
  await panel.keyboard.press('Home');
  await expect(mine).toHaveClass(/is-cursor/);
  const inOneTask = (...keys: string[]) =>
    panel.evaluate((pressed) => {
      for (const key of pressed) document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    }, keys);
  await panel.keyboard.press('a');
  await expect(panel.getByText('“Fortrudt med det samme” is yours', { exact: true }).first()).toBeVisible();
  await inOneTask('e', 'z');
  await expect(panel.getByText('Undone', { exact: true }).first()).toBeVisible();
  await expect(mine).toHaveAccessibleName(/Assigned to you/);
  await expect(mine).toBeVisible();
  // Once more, while what was just done is still being done: that is the one before, and then there is nothing left.
  await inOneTask('Delete', 'z', 'z');
  await expect(mine).not.toHaveAccessibleName(/Assigned to you/);
  await expect(mine).toBeVisible();
});

test('ALL-2 a menu has the focus from the moment it is open: Esc is never for what lies below it', async ({ panel }) => {
  const button = panel.getByRole('button', { name: 'Language, theme and session' });
  const focused = await button.evaluate((element: HTMLElement) => {
    element.focus();
    element.click();
    return document.activeElement?.getAttribute('role');
  });
  expect(focused).toBe('menu');
  await panel.keyboard.press('Escape');
  await expect(panel.getByRole('menu')).toBeHidden();
  await expect(button).toBeFocused();
});

test('RPL-8 a draft survives a reload on the last keystroke, and a reply is queued, sent and stands in the thread', async ({
  panel,
  sendMail,
  sink,
}) => {
  await withMail(panel, sendMail, 'Kladden');
  await row(panel, 'Kladden').click();
  await panel.keyboard.press('r');
  const editor = panel.getByRole('textbox', { name: 'Text of the reply' });
  await editor.click();
  await panel.keyboard.type('Ja, to styk i sort.');
  await expect(panel.getByText('Saved', { exact: true })).toBeVisible();
  await panel.reload();
  await expect(row(panel, 'Kladden')).toHaveAccessibleName(/ Draft$/);
  await row(panel, 'Kladden').click();
  await panel.getByRole('button', { name: /Draft to Karen/ }).click();
  await expect(editor).toHaveText('Ja, to styk i sort.');
  await editor.click();
  await panel.keyboard.press('Control+Enter');
  const entry = panel.getByRole('article', { name: /^Sent by/ });
  await expect(entry.frameLocator('iframe').getByText('Ja, to styk i sort.')).toBeVisible();
  await expect(entry).toContainText(/Sent \d\d:\d\d/, { timeout: 40_000 });
  await panel.getByRole('button', { name: 'Back to the list' }).click();
  await expect(row(panel, 'Kladden')).toHaveAccessibleName(/^Answered/);
  await expect(row(panel, 'Kladden')).not.toHaveAccessibleName(/ Draft$/);
  expect(sink).toBeDefined();
});

/** As the clipboard of another program would have it. */
const paste = (text: string) => {
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', text);
  document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
};

test('RPL-1 addresses become links as they are written or pasted; bold, lists and quotes by their tools, and one undo takes one back', async ({
  panel,
  sendMail,
}) => {
  await withMail(panel, sendMail, 'Skrivning');
  await row(panel, 'Skrivning').click();
  await panel.keyboard.press('r');
  const editor = panel.getByRole('textbox', { name: 'Text of the reply' });
  await editor.click();
  const link = (text: string) => editor.getByRole('link', { name: text, exact: true });
  await panel.keyboard.type('Se https://firma.example/a, ');
  await expect(link('https://firma.example/a')).toHaveAttribute('href', 'https://firma.example/a');
  await panel.keyboard.type('skriv til bo@firma.example');
  await expect(editor.getByRole('link')).toHaveCount(1);
  await panel.keyboard.press('Enter');
  await expect(link('bo@firma.example')).toHaveAttribute('href', 'mailto:bo@firma.example');
  await panel.keyboard.type('eller her');
  await panel.keyboard.press('Control+Shift+ArrowLeft');
  // The editor hears of a selection with the next frame.
  await expect.poll(() => panel.evaluate(() => new Promise((done) => requestAnimationFrame(() => done(getSelection()?.toString()))))).toBe('her');
  await panel.evaluate(paste, 'https://firma.example/b');
  await expect(link('her')).toHaveAttribute('href', 'https://firma.example/b');
  await panel.keyboard.press('ArrowRight');
  await panel.evaluate(paste, ' og www.firma.example igen ');
  await expect(link('www.firma.example')).toHaveAttribute('href', 'https://www.firma.example/');
  const bold = panel.getByRole('button', { name: 'Bold', exact: true });
  await bold.click();
  await expect(bold).toHaveAttribute('aria-pressed', 'true');
  await panel.keyboard.type('fed');
  await expect(editor.locator('strong')).toHaveText('fed');
  await panel.getByRole('button', { name: 'List', exact: true }).click();
  await expect(editor.getByRole('listitem')).toContainText('fed');
  await panel.keyboard.press('Control+z');
  await expect(editor.getByRole('listitem')).toHaveCount(0);
  await panel.getByRole('button', { name: 'Quote', exact: true }).click();
  await expect(editor.locator('blockquote')).toContainText('fed');
  // The link the words stand in goes as a whole, and stays away.
  await link('https://firma.example/a').click();
  await panel.getByRole('button', { name: 'Link', exact: true }).click();
  await expect(link('https://firma.example/a')).toHaveCount(0);
});

test('RPL-1 of a page that is pasted, lines, lists, bold and links stay, and nothing that runs, loads or only looks', async ({ panel, sendMail }) => {
  await withMail(panel, sendMail, 'Indsat');
  await row(panel, 'Indsat').click();
  await panel.keyboard.press('r');
  const editor = panel.getByRole('textbox', { name: 'Text of the reply' });
  await editor.click();
  await panel.evaluate(() => {
    const clipboardData = new DataTransfer();
    clipboardData.setData(
      'text/html',
      `<h2 style="color:red" onclick="x()">Pris</h2><script>x()</script><style>p{}</style><img src="https://t.example/i.png">
<div><b style="font-weight:normal">To <span style="font-weight:700">styk</span></b><br>i <i>sort</i></div>
<ol start="3"><li>en<ul><li>to</li></ul></li></ol><table><tr><td>tal</td></tr></table>
<p><a href="javascript:alert(1)">her</a> <a href="https://firma.example/a" target="_blank">der</a></p>`,
    );
    document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  });
  await expect(editor.getByRole('link', { name: 'der' })).toHaveAttribute('rel', 'noopener noreferrer');
  await panel.keyboard.type('.');
  expect(await editor.innerHTML()).toBe(
    '<p>Pris</p><p>To <strong>styk</strong><br>i <em>sort</em></p><ol start="3"><li><p>en</p><ul><li><p>to</p></li></ul></li></ol><p>tal</p><p>her <a rel="noopener noreferrer" href="https://firma.example/a">der</a>.</p>',
  );
});

test('RPL-7 recipients: what is no address holds Send and says so, who is new and who is left out is named', async ({ panel, sendMail }) => {
  await withMail(panel, sendMail, 'Modtagere', { cc: '"Lone Holm" <lone@mail.example>' });
  await row(panel, 'Modtagere').click();
  await expect(panel.getByRole('button', { name: /Reply to Karen and Lone/ })).toBeVisible();
  await panel.keyboard.press('r');
  await panel.getByRole('textbox', { name: 'Text of the reply' }).click();
  await panel.keyboard.type('Hej');
  const send = panel.getByRole('button', { name: /^Send/ });
  await expect(send).toHaveAttribute('aria-disabled', 'false');
  await panel.getByLabel('To', { exact: true }).fill('not an address,');
  await expect(send).toHaveAttribute('aria-disabled', 'true');
  await expect(send).toHaveAccessibleDescription(/not an address is not an address/);
  await panel.getByRole('button', { name: 'Remove not an address' }).click();
  await panel.getByLabel('To', { exact: true }).fill('bent@lager.example,');
  await panel.getByRole('button', { name: 'Remove Lone Holm' }).click();
  await expect(panel.getByText('Adds bent@lager.example, new to this conversation.')).toBeVisible();
  await expect(panel.getByText('Leaves out Lone.')).toBeVisible();
});

test('RPL-3 a comment mentions a member, stands on paper and shows in the row', async ({ panel, sendMail }) => {
  await withMail(panel, sendMail, 'Intern snak');
  await row(panel, 'Intern snak').click();
  await panel.keyboard.press('i');
  await panel.getByRole('textbox', { name: 'Text of the comment' }).click();
  await panel.keyboard.type('Se lige @Sof');
  await panel.keyboard.press('Enter');
  await panel.keyboard.type('kan du ringe?');
  await panel.keyboard.press('Control+Enter');
  const comment = panel.getByRole('article', { name: /^Internal comment by/ });
  await expect(comment.locator('.mention')).toHaveText(/^@Sof/);
  await panel.keyboard.press('Escape');
  await expect(row(panel, 'Intern snak').locator('.paper')).toContainText('kan du ringe?');
});

test('THR-13 a file goes out with a reply: hashed, kept, uploaded, sent', async ({ panel, sendMail }) => {
  await withMail(panel, sendMail, 'Med vedhæftning');
  await row(panel, 'Med vedhæftning').click();
  await panel.keyboard.press('r');
  await panel.getByRole('textbox', { name: 'Text of the reply' }).click();
  await panel.keyboard.type('Se filen.');
  await panel.locator('input[type=file]').setInputFiles({ name: 'tilbud.txt', mimeType: 'text/plain', buffer: Buffer.from('100 kr.') });
  await expect(panel.getByRole('list', { name: 'Attached files' })).toContainText('tilbud.txt');
  await panel.getByRole('button', { name: /^Send/ }).click();
  const entry = panel.getByRole('article', { name: /^Sent by/ });
  await expect(entry).toContainText('tilbud.txt');
  await expect(entry).toContainText(/Sent \d\d:\d\d/, { timeout: 40_000 });
});

test('ALL-1 offline acts show at once, are counted and listed in words, and go when the network is back', async ({ panel, sendMail, setOffline }) => {
  await withMail(panel, sendMail, 'Uden net');
  await setOffline(true);
  await row(panel, 'Uden net').click();
  await panel.keyboard.press('a');
  await expect(panel.getByRole('button', { name: /Owner/ })).toContainText('Mette');
  const status = panel.locator('footer .bar button').last();
  await expect(status).toContainText(/Offline.*1 change waits/);
  await status.click();
  await expect(panel.getByRole('listitem').filter({ hasText: 'Assign: Karen Blixt' })).toBeVisible();
  // The network is back: that is enough, nobody has to press "Try now".
  await setOffline(false);
  await expect(status).toContainText(/Up to date/);
});

test('ALL-4 the language changes every word at once and is kept', async ({ panel }) => {
  await panel.getByRole('button', { name: 'Language, theme and session' }).click();
  await panel.getByRole('menuitemradio', { name: 'Dansk' }).click();
  await expect(panel.getByRole('button', { name: /^Alle åbne/ })).toBeVisible();
  await panel.reload();
  await expect(panel.getByRole('button', { name: /^Alle åbne/ })).toBeVisible();
  expect(await panel.evaluate(() => document.documentElement.lang)).toBe('da');
});

for (const theme of ['Light', 'Dark']) {
  test(`ALL-3 axe finds nothing, ${theme.toLowerCase()}: list, menu, thread, reply, comment, keys`, async ({ panel, sendMail }) => {
    await withMail(panel, sendMail, `Tilgængelig ${theme}`, { html: '<p>Hej <a href="https://kunde.example">ordren</a></p>' });
    await panel.getByRole('button', { name: 'Language, theme and session' }).click();
    await panel.getByRole('menuitemradio', { name: theme }).click();
    expect(await violations(panel), 'list').toEqual([]);
    await panel.getByRole('button', { name: 'More' }).click();
    await expect(panel.getByRole('menuitem', { name: /Spam/ })).toBeVisible();
    expect(await violations(panel), 'menu').toEqual([]);
    await panel.keyboard.press('Escape');
    await row(panel, `Tilgængelig ${theme}`).click();
    await expect(panel.locator('iframe')).toBeVisible();
    expect(await violations(panel), 'thread').toEqual([]);
    await panel.keyboard.press('r');
    await expect(panel.getByRole('textbox', { name: 'Text of the reply' })).toBeVisible();
    expect(await violations(panel), 'reply').toEqual([]);
    await panel.getByRole('button', { name: 'Comment', exact: true }).first().click();
    await expect(panel.getByRole('textbox', { name: 'Text of the comment' })).toBeVisible();
    expect(await violations(panel), 'comment').toEqual([]);
    await panel.keyboard.press('Escape');
    await panel.keyboard.press('Escape');
    await panel.keyboard.press('?');
    await expect(panel.getByRole('dialog')).toBeVisible();
    expect(await violations(panel), 'keys').toEqual([]);
  });
}
