import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { asRaw } from './support/browser-session';
import { readTable } from './support/read-store';
import { attachTo, type RealPanel } from './support/real-panel';
import { expectButtons, mailOfItsOwn, openWebmail, pressButton, turnOn } from './support/webmail';

const buttons = `[...document.querySelectorAll('button')].map((button) => button.getAttribute('aria-label') ?? button.textContent)`;
/** The e-mails of a thread that is open in the panel. */
const mailsIn = (panel: RealPanel) => panel.evaluate(`document.querySelectorAll('#thread article').length`);

async function accountOf(settings: Page): Promise<string> {
  const [{ id } = { id: '' }] = (await readTable(settings, 'samtale', 'connections')) as { id: string }[];
  return `samtale-${id}`;
}
async function mailsFrom(settings: Page, address: string) {
  const threads = (await readTable(settings, await accountOf(settings), 'threads')) as {
    messages: { kind: string; author: { address?: string } }[];
  }[];
  return threads.flatMap(({ messages }) => messages.filter(({ kind, author }) => kind === 'email' && author.address === address));
}

/** Stops the worker as the browser would; the panel, which is open, has it started again at once. */
async function stopWorker(settings: Page) {
  const session = asRaw(await settings.context().newCDPSession(settings));
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.stopAllWorkers');
  await session.detach();
}

test('SUR-5 ALL-7 X8 D21 Gmail: logged from the panel it is in the inbox at once, in Outlook too, and stays one mail when it comes by itself', async ({
  context,
  extensionId,
  panel,
  openPage,
  sendMail,
}) => {
  const { number, address, rewrite } = mailOfItsOwn();
  const settings = await openPage('options.html#/webmail');
  await turnOn(context, extensionId, settings, 'Gmail');
  await turnOn(context, extensionId, settings, 'Outlook (Microsoft 365)');
  await panel.close();
  // The same mail in both, as a person sees it who has both.
  const inOutlook = await openWebmail(context, 'outlook', 'conversation-en-office', (html) =>
    rewrite(html)
      .replaceAll('Quarterly update – room change', `Invoice ${number} – question about line 3`)
      .replace('Can you confirm <b>20 November</b>?', 'Hello Ada,</p><p>could you confirm <b>delivery on 20 November</b>?')
      .replace('Best,<br>Bo', 'Best, Bo'),
  );
  await expectButtons(inOutlook.page, ['Log to inbox']);
  const { page, asked, errors } = await openWebmail(context, 'gmail', 'thread-en', (html) =>
    rewrite(html).replace(/<div class="gmail_quote[\s\S]*?<\/blockquote><\/div>/, ''),
  );
  await expectButtons(page, ['Log to inbox']);
  await pressButton(page);
  const real = await attachTo(context, 'sidepanel.html');
  await real.waitForText(`Mail in Gmail, from ${address}.`);
  for (const words of [
    'could you confirm delivery on 20 November?',
    `Invoice ${number} – question about line 3`,
    'Nov 13, 2026, 8:55 AM in Gmail.',
    '1 attachment stays in Gmail: delivery-note.pdf',
    'Open in Gmail as ada@example.test',
    'does not show this mail’s own id',
    'Not in your contacts yet',
  ])
    await real.waitForText(words);
  await real.click('button', 'Log');
  await real.waitFor("document.querySelector('#thread')?.innerText.includes('could you confirm delivery')");
  await expectButtons(page, ['In inbox']);
  // D21: whoever logs it has it.
  expect(await real.evaluate(`${buttons}.join()`)).toContain('Undo');
  await inOutlook.page.bringToFront();
  await expectButtons(inOutlook.page, ['In inbox']);

  await sendMail({
    from: `Bo Karlsson <${address}>`,
    to: 'erhverv@havnegaard.example',
    subject: `Invoice ${number} – question about line 3`,
    date: new Date(2026, 10, 13, 8, 55, 12),
    text: 'Hello Ada,\ncould you confirm delivery on 20 November?\nBest, Bo',
  });
  await sendMail({
    from: `Bo Karlsson <${address}>`,
    to: 'erhverv@havnegaard.example',
    subject: `Re: Invoice ${number} – question about line 3`,
    text: 'And?',
  });
  await expect.poll(async () => (await mailsFrom(settings, address)).length, { timeout: 40_000 }).toBe(2);
  expect(await mailsIn(real)).toBe(1);
  expect([...asked, ...errors, ...inOutlook.errors]).toEqual([]);
});

test('SUR-6 TKT-1 Outlook: into another inbox, on a new ticket, for nobody; what it began is taken back whole', async ({
  context,
  extensionId,
  panel,
  openPage,
}) => {
  const { address, rewrite } = mailOfItsOwn();
  const settings = await openPage('options.html#/webmail');
  await turnOn(context, extensionId, settings, 'Outlook (Microsoft 365)');
  await panel.close();
  const { page } = await openWebmail(context, 'outlook', 'conversation-en-office', rewrite);
  await expectButtons(page, ['Log to inbox']);
  await pressButton(page);
  const real = await attachTo(context, 'sidepanel.html');
  await real.click('button', 'Inbox: ');
  await real.click('menuitemradio', 'Kundeservice');
  await real.click('button', 'Owner');
  await real.click('menuitemradio', 'Unassigned');
  await real.click('button', 'Ticket: No ticket');
  await real.click('menuitemradio', 'New ticket');
  await real.click('button', 'Log');
  await real.waitForText('Logged in Kundeservice');
  await real.waitFor("document.querySelector('#thread')?.innerText.includes('Can you confirm')");
  await expectButtons(page, ['In inbox']);
  const rows = (await readTable(settings, await accountOf(settings), 'conversations')) as {
    contactAddress: string;
    ownerId: string | null;
    ticketId: string | null;
  }[];
  expect(rows.filter(({ contactAddress }) => contactAddress === address)).toEqual([
    expect.objectContaining({ ownerId: null, ticketId: expect.any(String) }),
  ]);
  await real.click('button', 'Undo');
  await real.waitForText('to trash');
  await expectButtons(page, ['Log to inbox']);
});

test('SUR-5 ALL-1 F13 offline it is logged here and says so; a worker that is stopped loses nothing, online it reaches the hub', async ({
  context,
  extensionId,
  panel,
  openPage,
  setOffline,
}) => {
  const { address, rewrite } = mailOfItsOwn();
  const settings = await openPage('options.html#/webmail');
  await turnOn(context, extensionId, settings, 'Gmail');
  await panel.close();
  const { page } = await openWebmail(context, 'gmail', 'thread-en', rewrite);
  await expectButtons(page, ['Log to inbox']);
  await pressButton(page);
  const real = await attachTo(context, 'sidepanel.html');
  await real.waitForText('could you confirm delivery');
  await setOffline(true);
  await real.click('button', 'Log');
  await stopWorker(settings);
  // The panel shows it as it was sent, in a frame.
  await real.waitForText('Logged from a mailbox by you');
  await expectButtons(page, ['Logs when online']);
  expect(await mailsFrom(settings, address)).toEqual([]);
  await setOffline(false);
  await expect.poll(async () => (await mailsFrom(settings, address)).length, { timeout: 60_000 }).toBe(1);
  await expectButtons(page, ['In inbox']);
});

test('G2 K17 a page that shows another mail by now has nothing logged', async ({ context, extensionId, panel, openPage }) => {
  const settings = await openPage('options.html#/webmail');
  await turnOn(context, extensionId, settings, 'Gmail');
  await panel.close();
  const { page } = await openWebmail(context, 'gmail', 'spa-dynamic-en', mailOfItsOwn().rewrite);
  await page.evaluate(() => location.assign('#inbox/FMfcgzA1'));
  await expectButtons(page, ['Log to inbox']);
  await pressButton(page);
  const real = await attachTo(context, 'sidepanel.html');
  await real.waitForText('Logged twice is logged once');
  await page.evaluate(() => location.assign('#inbox/FMfcgzB1'));
  await expectButtons(page, ['Log to inbox']);
  await real.click('button', 'Log');
  await real.waitForText('This mail is not open in Gmail any more.');
  expect(await readTable(settings, await accountOf(settings), 'outbox')).toEqual([]);
  expect(await real.evaluate("document.querySelector('#thread') === null")).toBe(true);
});
