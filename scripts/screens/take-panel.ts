import { test } from '../../tests/e2e/fixtures';
import { fromMenu, openConversation, openInbox, openView } from './panel-steps';
import { take } from './take';

test('connect', async ({ openPage }) => {
  const page = await openPage('sidepanel.html');
  await page.getByRole('textbox').waitFor();
  await take(page, 'connect');
  await page.getByRole('textbox').fill('http://hub.havnegaard.example');
  await page.locator('button[type=submit]').click();
  await page.getByRole('alert').first().waitFor();
  await take(page, 'connect-problem');
});

test('lists', async ({ panel }) => {
  await openInbox(panel, 'Kundeservice');
  await panel.mouse.move(200, 10);
  await take(panel, 'list');
  await panel.getByRole('option').nth(2).hover();
  await take(panel, 'row-tools');
  await panel.mouse.move(200, 10);
  await panel.getByRole('button', { name: 'More' }).click();
  await panel.getByRole('menuitem', { name: 'Spam' }).waitFor();
  await take(panel, 'views');
  await panel.keyboard.press('Escape');
  for (const view of ['Spam', 'Trash']) {
    await openView(panel, view);
    await panel.getByRole('heading', { name: view }).waitFor();
    await panel.getByRole('option').first().waitFor();
    await take(panel, view.toLowerCase());
  }
  await panel.getByRole('button', { name: 'Language, theme and session' }).click();
  await panel.getByRole('menuitem', { name: 'Sign out' }).waitFor();
  await take(panel, 'menu');
  await panel.keyboard.press('Escape');
  await fromMenu(panel, 'Keys');
  await panel.getByRole('dialog').waitFor();
  await take(panel, 'keys');
  await panel.keyboard.press('Escape');
  await openInbox(panel, 'Erhverv');
  await openView(panel, 'Chat');
  await panel.getByRole('button', { name: 'Show all open' }).waitFor();
  await take(panel, 'empty');
});

test('conversations', async ({ panel, setOffline }) => {
  await openInbox(panel, 'Kundeservice');
  await openView(panel, 'Snoozed');
  await openConversation(panel, /Når kommer Fanø/);
  // Its layout pushes the button down when it comes.
  await panel.locator('#thread iframe').waitFor();
  await panel.waitForFunction(() => (document.querySelector('#thread iframe')?.clientHeight ?? 0) > 100);
  await panel.getByRole('button', { name: 'Send again' }).scrollIntoViewIfNeeded();
  await panel.locator('#thread').evaluate((thread) => thread.scrollTo(0, thread.scrollHeight));
  await take(panel, 'send-failed');
  await panel.keyboard.press('Escape');
  await openView(panel, 'All open');
  await openConversation(panel, /Website chat with Bent Skov/);
  await panel.getByRole('article').first().waitFor();
  await take(panel, 'chat');
  await panel.keyboard.press('Escape');
  await openConversation(panel, /Leveringen mangler/);
  await panel.getByRole('article').first().waitFor();
  await take(panel, 'conversation');
  await panel.getByRole('button', { name: /^Reply to/ }).click();
  const reply = panel.getByRole('textbox', { name: 'Text of the reply' });
  await reply.click();
  await panel.keyboard.type('Benene kommer med bilen i morgen mellem 8 og 12.');
  await panel.getByText('Saved', { exact: true }).waitFor();
  await take(panel, 'thread');
  await panel.locator('input[type=file]').setInputFiles([
    { name: 'Følgeseddel_88190_underskrevet_kopi_fra_lageret_i_Horsens.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(184_000, 1) },
    { name: 'kasse-4-ben.jpg', mimeType: 'image/jpeg', buffer: Buffer.alloc(2_100_000, 2) },
  ]);
  await panel.getByRole('button', { name: 'Remove kasse-4-ben.jpg' }).waitFor();
  await panel.getByText('Saved', { exact: true }).waitFor();
  await take(panel, 'attachments');
  await setOffline(true);
  await panel.keyboard.press('Control+Enter');
  await reply.waitFor({ state: 'hidden' });
  await panel.getByRole('button', { name: 'Comment' }).first().click();
  const comment = panel.getByRole('textbox', { name: 'Text of the comment' });
  await comment.click();
  await panel.keyboard.type('Ring til Bent før 15.');
  await panel.getByText('Saved', { exact: true }).waitFor();
  await take(panel, 'comment');
  await panel.keyboard.press('Control+Enter');
  await comment.waitFor({ state: 'hidden' });
  await panel.locator('footer').getByRole('button', { name: /wait/ }).click();
  await panel.getByRole('listitem').filter({ hasText: 'Comment' }).waitFor();
  await take(panel, 'offline');
});

test('an unreadable mail', async ({ panel, sendMail }) => {
  await openInbox(panel, 'Erhverv');
  await openView(panel, 'All open');
  const nested = Array.from({ length: 60 }, (_, n) => `--b${n}\r\nContent-Type: multipart/mixed; boundary=b${n + 1}\r\n\r\n`).join('');
  const head = 'From: Ida Holm <ida.holm@mail.example>\r\nTo: erhverv@havnegaard.example\r\nSubject: Tilbud\r\nMIME-Version: 1.0\r\n';
  await sendMail({
    envelope: { from: 'ida.holm@mail.example', to: 'erhverv@havnegaard.example' },
    raw: `${head}Content-Type: multipart/mixed; boundary=b0\r\n\r\n${nested}--b60--\r\n`,
  });
  await panel.mouse.move(200, 10);
  await panel.getByRole('option', { name: /ida\.holm@mail\.example|Ida Holm/ }).click();
  await panel.getByText('This mail could not be read.').waitFor();
  await take(panel, 'unreadable');
});
