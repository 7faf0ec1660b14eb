import { test as fresh } from './fixtures';
import { expect, test } from './signed-in';
import { arrivedRow, comment, newConversation, reply, settled, threadOf } from './support/conversation';

test('RPL-8 X11 a reply is undone with Z: it leaves the thread, comes back into the composer whole, and no mail leaves', async ({
  panel,
  sendMail,
  sink,
}) => {
  const { customer } = await newConversation(panel, sendMail);
  await panel.keyboard.press('r');
  await panel.getByLabel('To', { exact: true }).fill('bent@lager.example,');
  await panel.getByRole('textbox', { name: 'Text of the reply' }).click();
  await panel.keyboard.insertText('Ikke endnu');
  await panel.locator('input[type=file]').setInputFiles({ name: 'tilbud.txt', mimeType: 'text/plain', buffer: Buffer.from('100 kr.') });
  await expect(panel.getByRole('list', { name: 'Attached files' })).toContainText('tilbud.txt');
  await panel.getByRole('button', { name: /^Send/ }).click();
  const entry = panel.getByRole('article', { name: /^Sent by/ });
  await expect(entry).toContainText(/Sending|Waiting to leave/);
  await expect(panel.getByText('Sending the reply', { exact: true }).first()).toBeVisible();
  await settled(panel);
  await panel.keyboard.press('z');

  const editor = panel.getByRole('textbox', { name: 'Text of the reply' });
  await expect(editor).toHaveText('Ikke endnu');
  await expect(entry).toHaveCount(0);
  await expect(panel.getByRole('list', { name: 'Attached files' })).toContainText('tilbud.txt');
  await expect(panel.getByRole('button', { name: 'Remove bent@lager.example' })).toBeVisible();
  await settled(panel);

  // Sent again, in other words: this one leaves, the first never does.
  await editor.click();
  await panel.keyboard.press('Control+End');
  await panel.keyboard.insertText(', men nu');
  await panel.keyboard.press('Control+Enter');
  const { mail } = await sink.waitFor(customer, 'Ikke endnu, men nu');
  expect(mail.attachments.map(({ filename }) => filename)).toEqual(['tilbud.txt']);
  expect(sink.received.filter(({ recipients }) => recipients.includes(customer))).toHaveLength(1);
  await expect(entry).toContainText(/Sent \d\d:\d\d/, { timeout: 40_000 });
});

fresh('X11 offline, and with the worker stopped, undo holds: nothing is ever sent', async ({ panel, sendMail, sink, setOffline, killWorker }) => {
  const { customer } = await newConversation(panel, sendMail);
  await settled(panel);
  await setOffline(true);
  await reply(panel, 'Skrevet uden net');
  await killWorker();
  await panel.getByRole('button', { name: 'Undo' }).click();
  await expect(panel.getByRole('textbox', { name: 'Text of the reply' })).toHaveText('Skrevet uden net');
  await setOffline(false);
  await panel.keyboard.press('Control+A');
  await panel.keyboard.insertText('Et andet svar');
  await panel.keyboard.press('Control+Enter');
  await sink.waitFor(customer, 'Et andet svar');
  await settled(panel);
  expect(sink.received.filter(({ recipients }) => recipients.includes(customer))).toHaveLength(1);
});

test('RPL-8 undone from the list, the conversation opens again with the words in its composer', async ({ panel, sendMail, setOffline }) => {
  await newConversation(panel, sendMail);
  await settled(panel);
  await setOffline(true);
  await reply(panel, 'Sendt for tidligt');
  await panel.getByRole('region', { name: 'The reply waits for the network' }).hover();
  await panel.keyboard.press('Escape');
  await expect(threadOf(panel)).toHaveCount(0);
  await panel.keyboard.press('z');
  await expect(panel.getByRole('textbox', { name: 'Text of the reply' })).toHaveText('Sendt for tidligt');
});

test('X26 a comment is undone with its button: it leaves the thread and is in the composer again', async ({ panel, sendMail }) => {
  await newConversation(panel, sendMail);
  await comment(panel, 'Kun mellem os');
  await expect(threadOf(panel).getByText('Kun mellem os')).toBeVisible();
  await panel.getByRole('button', { name: 'Undo' }).click();
  await expect(panel.getByRole('textbox', { name: 'Text of the comment' })).toHaveText('Kun mellem os');
  await expect(threadOf(panel).getByText('Kun mellem os')).toHaveCount(0);
  await settled(panel);
});

test('X26 four acts in a row are each undone, the last ones with Z, the first by its button', async ({ panel, sendMail }) => {
  const { subject } = await newConversation(panel, sendMail);
  for (const word of ['en', 'to', 'tre', 'fire']) await comment(panel, `Nummer ${word}`);
  await expect(panel.getByRole('button', { name: '1 more to undo' })).toBeVisible();
  await panel.getByRole('button', { name: '1 more to undo' }).click();
  await expect(panel.getByRole('button', { name: 'Undo' })).toHaveCount(4);
  await panel.getByRole('button', { name: 'Undo' }).last().click();
  await expect(threadOf(panel).getByText('Nummer en')).toHaveCount(0);
  await expect(threadOf(panel).getByText('Nummer fire')).toHaveCount(1);
  await panel.keyboard.press('Escape');
  await panel.keyboard.press('z');
  await expect(threadOf(panel).getByText('Nummer fire')).toHaveCount(0);
  expect(subject).toBeTruthy();
});

test('THR-13 two drops at once keep both files, and Send waits until both are stored', async ({ panel, sendMail, sink }) => {
  const { customer } = await newConversation(panel, sendMail);
  await panel.keyboard.press('r');
  await panel.getByRole('textbox', { name: 'Text of the reply' }).click();
  await panel.keyboard.insertText('To filer');
  // Storing the second is held until the button has been looked at.
  await panel.evaluate(() => {
    const { digest } = SubtleCrypto.prototype;
    const held = new Promise<void>((go) => Object.assign(globalThis, { letGo: go }));
    SubtleCrypto.prototype.digest = async function (...args) {
      await held;
      return digest.apply(this, args);
    };
    const composer = document.querySelector('section.composer');
    for (const name of ['a.txt', 'b.txt']) {
      const data = new DataTransfer();
      data.items.add(new File([name.repeat(100)], name, { type: 'text/plain' }));
      composer?.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
    }
  });
  const send = panel.getByRole('button', { name: /^Send/ });
  await expect(send).toHaveAttribute('aria-disabled', 'true');
  await expect(send).toHaveAccessibleDescription('Send waits until every file is attached.');
  await panel.evaluate(() => (globalThis as unknown as { letGo(): void }).letGo());
  const files = panel.getByRole('list', { name: 'Attached files' });
  await expect(files.getByRole('button', { name: /^Remove/ })).toHaveCount(2);
  await send.click();
  const { mail } = await sink.waitFor(customer, 'To filer');
  expect(mail.attachments.map(({ filename }) => filename).sort()).toEqual(['a.txt', 'b.txt']);
});

test('X13 words typed a moment ago count when one signs out', async ({ panel, sendMail, setOffline }) => {
  const { subject } = await newConversation(panel, sendMail);
  await settled(panel);
  await setOffline(true);
  await panel.keyboard.press('r');
  await panel.getByRole('textbox', { name: 'Text of the reply' }).click();
  await panel.keyboard.insertText('Lige skrevet');
  await panel.keyboard.press('Escape');
  await panel.keyboard.press('Escape');
  await panel.getByRole('button', { name: 'Language, theme and session' }).click();
  await panel.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(panel.getByRole('dialog')).toContainText('1 change has not been sent');
  await panel.getByRole('button', { name: 'Stay signed in' }).click();
  await setOffline(false);
  await (await arrivedRow(panel, subject)).click();
  await expect(panel.getByRole('button', { name: /^Draft to/ })).toBeVisible();
});
