import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { test as base, expect } from './signed-in';
import { arrivedRow, threadOf } from './support/conversation';
import { HubProcess } from './support/hub-process';
import { ImageServer } from './support/image-server';

const inbox = 'erhverv@havnegaard.example';

/** With a hub of its own, for which `billeder.example` is a public web server: this test's. */
const test = base.extend<object, { images: ImageServer }>({
  images: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern to know that nothing is asked for
    async ({}, use) => {
      const images = await ImageServer.start();
      await use(images);
      await images.close();
    },
    { scope: 'worker' },
  ],
  hub: [
    async ({ sink, images }, use) => {
      const pretended = fileURLToPath(new URL('./support/pretend-internet.mjs', import.meta.url));
      const env = { SAMTALE_SMTP_URL: sink.url, NODE_OPTIONS: `--import ${pretended}`, PRETEND_INTERNET_PORT: String(images.port) };
      const hub = await HubProcess.start({ sample: true, env });
      await use(hub);
      await hub.stop();
    },
    { scope: 'worker', timeout: 300_000 },
  ],
});

/** A mail as it is, with its head; ends with a line end, as what travels by SMTP does. */
const raw = (head: Record<string, string>, body: string) =>
  Buffer.from(
    `${Object.entries({ To: inbox, 'MIME-Version': '1.0', ...head })
      .map(([name, value]) => `${name}: ${value}\r\n`)
      .join('')}\r\n${body}\r\n`,
  );
const handOver = (bytes: Buffer, from: string) => ({ envelope: { from, to: inbox }, raw: bytes });

/** What pressing this saves. */
async function saved(panel: Page, press: () => Promise<unknown>): Promise<Buffer> {
  const download = panel.waitForEvent('download', { timeout: 60_000 });
  await press();
  return readFile(await (await download).path());
}
async function original(panel: Page, entry = threadOf(panel).last()) {
  await entry.getByRole('button', { name: 'More about this message' }).click();
  return saved(panel, () => panel.getByRole('menuitem', { name: 'Original (.eml)' }).click());
}

test('X5 THR-12 remote images: nothing is asked for until Show is pressed, then by the hub alone, and of that message alone', async ({
  panel,
  context,
  sendMail,
  images,
}) => {
  const fromBrowser: string[] = [];
  context.on('request', (request) => {
    if (request.url().includes('billeder.example')) fromBrowser.push(request.url());
  });
  const subject = 'To mails med billeder';
  const html = (n: number) => `<p>Mail ${n}</p><img src="http://billeder.example/${n}.png" alt="Billede ${n}" width="40" height="40">`;
  const first = await sendMail({ from: 'Ida <ida.billeder@mail.example>', to: inbox, subject, html: html(1) });
  await (await arrivedRow(panel, subject)).click();
  await sendMail({ from: 'Ida <ida.billeder@mail.example>', to: inbox, subject, html: html(2), references: [first.messageId] });
  await panel.locator('button.msg.fold1').click();
  const frame = (n: number) => panel.frameLocator('article.msg iframe').nth(n - 1);
  const entries = threadOf(panel);
  await expect(frame(1).getByText('Mail 1')).toBeVisible();
  await expect(frame(2).getByText('Mail 2')).toBeVisible();
  await expect(entries.getByText('1 remote image')).toHaveCount(2);
  expect(images.asked).toEqual([]);

  await entries.nth(1).getByRole('button', { name: 'Show', exact: true }).click();
  const shown = (n: number) =>
    frame(n)
      .locator('img')
      .evaluate((image: HTMLImageElement) => [image.getAttribute('src')?.slice(0, 22), image.naturalWidth]);
  await expect.poll(() => shown(2)).toEqual(['data:image/png;base64,', 1]);
  expect(await shown(1)).toEqual([undefined, 0]);
  expect(images.asked.map(({ path }) => path)).toEqual(['/2.png']);
  // E22: neither who looked nor where, and nothing to know them by.
  expect(images.asked[0]?.headers).toMatchObject({ host: 'billeder.example', 'user-agent': expect.stringContaining('image proxy') });
  for (const header of ['referer', 'cookie', 'origin', 'accept-language', 'x-forwarded-for'])
    expect(images.asked[0]?.headers[header]).toBeUndefined();
  expect(fromBrowser).toEqual([]);

  // Opened again, it is held back again: consent is for this once.
  await panel.keyboard.press('Escape');
  await (await arrivedRow(panel, subject)).click();
  await expect(entries.last().getByRole('button', { name: 'Show', exact: true })).toBeVisible();
  expect(images.asked).toHaveLength(1);
});

test('S31 S32 a mail that could not be read: its file is the one that was sent, byte for byte, and the next mail is unharmed', async ({
  panel,
  sendMail,
}) => {
  const from = 'dyb.post@mail.example';
  const nested = Array.from({ length: 60 }, (_, n) => `--b${n}\r\nContent-Type: multipart/mixed; boundary=b${n + 1}\r\n\r\n`).join('');
  const sent = raw(
    { From: from, Subject: 'For dybt', 'Content-Type': 'multipart/mixed; boundary=b0' },
    `${nested}--b60\r\nContent-Type: text/plain\r\n\r\nRødgrød\r\n.\r\n..prikker\r\n\ttab  `,
  );
  await sendMail(handOver(sent, from));
  await sendMail({ from: 'Ida <ida.naeste@mail.example>', to: inbox, subject: 'Den næste kan læses', text: 'Alt vel.' });

  await (await arrivedRow(panel, from)).click();
  const entry = threadOf(panel).last();
  await expect(entry.getByText('This mail could not be read.')).toBeVisible();
  const bytes = await saved(panel, () => entry.getByRole('button', { name: 'Download the mail' }).click());
  expect(bytes.equals(sent)).toBe(true);
  expect((await original(panel)).equals(sent)).toBe(true);

  await panel.keyboard.press('Escape');
  await (await arrivedRow(panel, 'Den næste kan læses')).click();
  await expect(threadOf(panel).getByText('Alt vel.')).toBeVisible();
});

test('every mail offers its original, byte for byte', async ({ panel, sendMail }) => {
  const sent = raw(
    { From: '=?utf-8?q?S=C3=B8ren?= <soeren.original@mail.example>', Subject: 'Som den kom', 'Content-Type': 'text/html; charset=iso-8859-1' },
    '<p>Hej &amp; velkommen</p>',
  );
  await sendMail(handOver(sent, 'soeren.original@mail.example'));
  await (await arrivedRow(panel, 'Som den kom')).click();
  expect((await original(panel)).equals(sent)).toBe(true);
});

test('S31 the largest mail of text and one of 350 files say what is left out, and their originals have it', async ({ panel, sendMail }) => {
  test.setTimeout(300_000);
  const text = raw(
    { From: 'lang@mail.example', Subject: 'En meget lang tekst', 'Content-Type': 'text/plain; charset=utf-8' },
    'Rødgrød med fløde, linje efter linje.\r\n'.repeat(950_000),
  );
  await sendMail(handOver(text, 'lang@mail.example'));
  const file = (n: number) =>
    `--b\r\nContent-Type: application/pdf\r\nContent-Disposition: attachment; filename="bilag ${n}.pdf"\r\n\r\nBilag ${n}\r\n`;
  const parts = Array.from({ length: 350 }, (_, n) => file(n + 1)).join('');
  const files = raw(
    { From: 'mange@mail.example', Subject: 'Rigtig mange bilag', 'Content-Type': 'multipart/mixed; boundary=b' },
    `--b\r\nContent-Type: text/plain\r\n\r\nSe bilag\r\n${parts}--b--`,
  );
  await sendMail(handOver(files, 'mange@mail.example'));

  await (await arrivedRow(panel, 'Rigtig mange bilag')).click();
  const entry = threadOf(panel).last();
  await expect(entry.getByText('50 more files are only in the original.')).toBeVisible();
  await expect(entry.getByRole('listitem').filter({ hasText: 'bilag 201.pdf' })).toContainText('not stored: too many files');
  await expect(entry.getByText('Its text goes on in the original.')).toBeHidden();
  expect((await saved(panel, () => entry.getByRole('button', { name: 'Original (.eml)' }).click())).equals(files)).toBe(true);

  await panel.keyboard.press('Escape');
  await (await arrivedRow(panel, 'En meget lang tekst')).click();
  await expect(entry.getByText('This mail is too large to show all of it.')).toBeVisible();
  await expect(entry.getByText('Its text goes on in the original.')).toBeVisible();
  expect((await original(panel)).equals(text)).toBe(true);
});
