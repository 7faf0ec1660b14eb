import { expect, test } from './fixtures';
import { databaseNames, readConnections, readTable } from './support/read-store';
import { violations } from './support/violations';

test('SUR-9 look around first: conversations at once, acts and replies work, nothing leaves, and one press wipes all of it', async ({
  context,
  openPage,
}) => {
  const asked: string[] = [];
  context.on('request', (request) => {
    if (/^(https?|wss?):/.test(request.url())) asked.push(request.url());
  });
  const page = await openPage('sidepanel.html');
  await page.getByRole('button', { name: 'Look around first' }).click();
  const rows = page.getByRole('listbox').getByRole('option');
  await expect(rows.first()).toBeVisible({ timeout: 60_000 });
  const bar = page.getByRole('region', { name: 'About the sample' });
  await expect(bar).toContainText('Nothing leaves this device');
  expect(await violations(page)).toEqual([]);
  expect(await rows.count()).toBeGreaterThan(5);
  const settings = await openPage('options.html#/appearance');
  await settings.getByRole('heading', { level: 1 }).waitFor();
  await settings.getByRole('region', { name: 'About the sample' }).waitFor();
  expect(await violations(settings)).toEqual([]);
  await settings.close();

  const [connection] = await readConnections(page);
  const name = `samtale-${connection?.id}`;
  expect(connection).toMatchObject({ kind: 'local', sample: true });
  // By mail, in the view that is shown: what a reply is written to.
  type Row = { subject: string; channel: string; status: string; ownerId: string | null; spam: unknown; trashed: unknown };
  const shown = (await rows.allInnerTexts()).join('\n');
  const mail = ((await readTable(page, name, 'conversations')) as Row[]).find(
    ({ subject, channel, status, ownerId, spam, trashed }) =>
      channel === 'email' && status === 'open' && !ownerId && !spam && !trashed && shown.includes(subject),
  );
  await rows
    .filter({ hasText: mail?.subject ?? 'no mail' })
    .first()
    .click();
  await page.getByRole('article').first().waitFor();
  await page.keyboard.press('a');
  await expect(page.getByText(/ is yours/).first()).toBeVisible();
  await page.keyboard.press('r');
  await page.getByRole('textbox', { name: 'Text of the reply' }).click();
  await page.keyboard.insertText('Tak, vi ser på det.');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('article', { name: /^Sent by Mette Kjær/ }).last()).toBeVisible();
  const delivered = async () =>
    ((await readTable(page, name, 'threads')) as { messages: { text: string; delivery: { state: string } | null }[] }[])
      .flatMap(({ messages }) => messages)
      .find(({ text }) => text.startsWith('Tak, vi ser'))?.delivery?.state;
  await expect.poll(delivered, { timeout: 30_000 }).toBe('sent');
  expect(await readTable(page, name, 'outboundMails')).toEqual([]);

  await bar.getByRole('button', { name: 'Wipe it' }).click();
  await expect(page.getByRole('button', { name: 'Look around first' })).toBeVisible();
  await expect.poll(() => databaseNames(page)).toEqual(['samtale']);
  expect(await readConnections(page)).toEqual([]);
  const left = (await readTable(page, 'samtale', 'settings')) as { key: string }[];
  expect(left.filter(({ key }) => key.includes(connection?.id ?? ''))).toEqual([]);
  expect(asked).toEqual([]);
});
