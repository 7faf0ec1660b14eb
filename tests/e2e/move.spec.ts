import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { HubProcess } from './support/hub-process';
import { poll } from './support/poll';
import { databaseNames, readConnections, readTable } from './support/read-store';
import { signIn } from './support/sign-in';
import { violations } from './support/violations';

// A hub of its own: what moves in would stand above other tests' conversations.
let hub: HubProcess;
test.beforeAll(async () => {
  hub = await HubProcess.start({ sample: true });
});
test.afterAll(() => hub?.stop());

const many = 40;
const now = Date.now();
const mail = (n: number, head: string, body = `Mail ${n}`) =>
  `From - Mon Mar 02 10:00:00 2026\nMessage-ID: <flyt${n}@kunde.example>\nDate: ${new Date(now - (many + 20 - n) * 60_000).toUTCString()}\n${head}\nContent-Type: text/plain; charset=utf-8\n\n${body}\n\n`;
const archive = [
  mail(many + 1, 'From: Kari Lund <kari@kunde.example>\nTo: ida@firma.example\nSubject: Flyt stole', 'Er stolene klar?'),
  mail(many + 2, 'From: Per Holm <per@kunde.example>\nTo: ida@firma.example\nSubject: Flyt borde', 'Hvad koster et bord?'),
  mail(many + 3, 'From: Bo Dahl <bo@kunde.example>\nTo: ida@firma.example\nSubject: Flyt lamper', 'To lamper, tak.'),
  mail(
    many + 4,
    `From: Ida Berg <ida@firma.example>\nTo: bo@kunde.example\nSubject: Re: Flyt lamper\nIn-Reply-To: <flyt${many + 3}@kunde.example>`,
    'De er sendt.',
  ),
  ...Array.from({ length: many }, (_, n) => mail(n, `From: k${n}@kunde.example\nTo: ida@firma.example\nSubject: Flyt nr ${n}`)),
].join('');

const row = (page: Page, subject: string) => page.getByRole('option', { name: new RegExp(subject) });
const menu = (page: Page) => page.getByRole('button', { name: 'Language, theme and session' }).click();

/** First run on this computer, an archive read in: one conversation commented, one closed, one asleep, one on a ticket, one's sender blocked. */
async function workHere(page: Page) {
  await page.getByRole('radio', { name: 'On this computer' }).check();
  await page.getByLabel('Your name').fill('Ida Berg');
  await page.getByLabel(/^Your own e-mail addresses/).fill('ida@firma.example');
  await page.getByRole('button', { name: 'Begin' }).click();
  await expect(page.getByText('No mail here yet')).toBeVisible();
  await menu(page);
  await page.getByRole('menuitem', { name: 'Import mail' }).click();
  await page.getByLabel('Choose files').setInputFiles({ name: 'flyt.mbox', mimeType: 'application/mbox', buffer: Buffer.from(archive) });
  const dialog = page.getByRole('dialog', { name: 'Import mail' });
  await expect(dialog.getByRole('listitem')).toContainText(`${many + 4} new`, { timeout: 60_000 });
  await dialog.getByRole('button', { name: 'Close' }).click();

  await row(page, 'Flyt stole').click();
  await page.keyboard.press('i');
  await page.getByRole('textbox', { name: 'Text of the comment' }).click();
  await page.keyboard.insertText('Husk benene');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('article', { name: /^Internal comment by/ })).toContainText('Husk benene');
  await page.keyboard.press('Escape');
  await row(page, 'Flyt borde').click();
  await page.getByRole('button', { name: 'Close', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Reopen', exact: true })).toBeVisible();

  await page.keyboard.press('Escape');
  await row(page, 'Flyt nr 39').click();
  await expect(page.getByRole('article')).toBeVisible();
  await page.keyboard.press('h');
  const snooze = page.getByRole('dialog', { name: 'Snooze until' });
  await snooze.getByRole('textbox', { name: 'Snooze until' }).fill('i morgen kl. 9');
  await expect(snooze.getByRole('status')).toContainText('09:00');
  await snooze.getByRole('textbox', { name: 'Snooze until' }).press('Enter');
  await expect(snooze).toBeHidden();
  await expect(page.getByText(/^Snoozed by you until/)).toBeVisible();

  await page.keyboard.press('Escape');
  await row(page, 'Flyt nr 38').click();
  await expect(page.getByRole('article')).toBeVisible();
  await page.keyboard.press('d');
  await page.getByRole('button', { name: 'Create ticket' }).click();
  await page.getByRole('textbox', { name: 'Name of the ticket' }).press('Enter');
  await page.getByRole('button', { name: 'Stage: New' }).click();
  await page.getByRole('menuitemradio', { name: 'Waiting on us' }).click();
  await expect(page.getByRole('button', { name: 'Stage: Waiting on us' })).toBeVisible();
  await page.keyboard.press('d');

  await page.keyboard.press('Escape');
  await row(page, 'Flyt nr 37').click();
  await expect(page.getByRole('article')).toBeVisible();
  await page.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: 'Block sender' }).click();
  await expect(page.getByText('k37@kunde.example is blocked.').first()).toBeVisible();
}

interface Conversation {
  id: string;
  subject: string;
  status: string;
  messageCount: number;
  commentPreview: { text: string } | null;
  snoozed?: { until: number | null };
  spam: { reason: string } | null;
  ticketId: string | null;
}

test('K16 a workspace of this computer moves into a hub: closed in the middle it goes on, moved again adds nothing, then it may be deleted', async ({
  context,
  openPage,
}) => {
  const page = await openPage('sidepanel.html');
  await workHere(page);
  const [local] = await readConnections(page);
  const localId = local?.id ?? '';
  const settings = page.url().replace(/sidepanel\.html.*/, 'options.html');

  // Without a hub it says so, and how to connect one.
  await page.goto(`${settings}#/move/${localId}`);
  await expect(page.getByText('This device is connected to no hub yet.')).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page.goto(settings.replace('options.html', 'sidepanel.html'));
  await menu(page);
  await page.getByRole('menuitem', { name: 'Add a workspace' }).click();
  await signIn(context, page, hub);

  await page.goto(`${settings}#/device`);
  await page.getByRole('link', { name: 'Move into a hub' }).click();
  await page.getByRole('button', { name: 'Move', exact: true }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'Choose an inbox first.' })).toBeVisible();
  await page.getByRole('radio').first().check();
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: /^Move into / }).click();

  // Closed in the middle: some of it is there, the rest is here.
  await expect(page.getByText(/^(Sending mails|The hub is reading them)/)).toBeVisible();
  const sent = async () => {
    const meta = (await readTable(page, `samtale-${localId}`, 'meta')) as { key: string; mails?: { sent: number } }[];
    return meta.find(({ key }) => key === 'move')?.mails?.sent ?? 0;
  };
  await poll('some of them to be sent', async () => (await sent()) > 0, 60_000);
  await page.close();
  const again = await openPage(`options.html#/move/${localId}`);
  await expect(again.getByText('Stopped. What is there stays there')).toBeVisible();
  expect(await violations(again)).toEqual([]);
  await again.getByRole('button', { name: 'Go on' }).click();
  await expect(again.getByRole('heading', { name: /^All of it is in / })).toBeVisible({ timeout: 120_000 });
  const counted = (label: string) => again.getByRole('row', { name: new RegExp(`^${label}`) });
  await expect(counted('Mails')).toHaveText(`Mails${many + 4}${many + 4}`);
  await expect(counted('Comments')).toHaveText('Comments11');
  await expect(counted('Open conversations')).toHaveText(`Open conversations${many}${many}`);
  await expect(counted('Closed conversations')).toHaveText('Closed conversations22');
  await expect(counted('Spam')).toHaveText('Spam11');
  await expect(counted('Tickets')).toHaveText('Tickets11');
  await expect(again.getByRole('heading', { name: 'What differs' })).toHaveCount(0);
  expect(await violations(again)).toEqual([]);

  // Once more adds nothing.
  const [there] = (await readConnections(again)).filter(({ id }) => id !== localId);
  const moved = async () => {
    const rows = (await readTable(again, `samtale-${there?.id}`, 'conversations')) as Conversation[];
    return rows.filter(({ subject }) => subject.startsWith('Flyt')).sort((a, b) => (a.id < b.id ? -1 : 1));
  };
  const first = await moved();
  expect(first).toHaveLength(many + 3);
  const of = (subject: string) => first.find((one) => one.subject === subject);
  expect(of('Flyt stole')).toMatchObject({ status: 'open', messageCount: 2, commentPreview: { text: 'Husk benene' } });
  // THR-20: a mail, and the line of its closing.
  expect(of('Flyt borde')).toMatchObject({ status: 'closed', messageCount: 2 });
  expect(of('Flyt lamper')).toMatchObject({ status: 'closed', messageCount: 2 });
  expect(of('Flyt nr 39')?.snoozed?.until).toBeGreaterThan(now);
  const rowsThere = (table: string) => readTable(again, `samtale-${there?.id}`, table);
  const tickets = (await rowsThere('tickets')) as { id: string; stage: string }[];
  expect(tickets.find(({ id }) => id === of('Flyt nr 38')?.ticketId)).toMatchObject({ name: 'Flyt nr 38', stage: 'waiting-on-us' });
  expect(of('Flyt nr 37')?.spam).toMatchObject({ reason: 'blocked-sender' });
  const rules = (await rowsThere('senderRules')) as { kind: string; pattern: string }[];
  expect(rules.filter(({ pattern }) => pattern === 'k37@kunde.example')).toMatchObject([{ kind: 'block' }]);
  await again.getByRole('button', { name: 'Move again' }).click();
  await expect(again.getByRole('heading', { name: /^On its way into / })).toBeVisible();
  await expect(again.getByRole('heading', { name: /^All of it is in / })).toBeVisible({ timeout: 60_000 });
  expect(await moved()).toEqual(first);

  // It is in the team's inbox, and here it goes when asked twice.
  await again.getByRole('button', { name: /^Show it in / }).click();
  await expect(row(again, 'Flyt stole').locator('.paper')).toContainText('Husk benene', { timeout: 30_000 });
  // Wherever one may lose what is here, it is said that the hub has it.
  await again.goto(`${settings}#/device`);
  await again.getByRole('button', { name: 'Reset this device' }).click();
  const reset = again.getByRole('dialog');
  const goes = reset.getByRole('listitem').filter({ hasText: 'workspace on this computer' });
  await expect(goes).toContainText(/ All of it was moved into .+ in .+\.$/);
  await expect(reset).not.toContainText('no copy');
  expect(await violations(again)).toEqual([]);
  await again.keyboard.press('Escape');
  await again.getByRole('button', { name: 'Delete this workspace' }).click();
  await expect(again.getByRole('dialog', { name: 'Delete the workspace on this computer?' })).toContainText(
    /^Delete the workspace on this computer\?\d+ conversations and what you wrote in them go from this computer for good\. All of it was moved into /,
  );
  await again.getByRole('button', { name: 'Keep it' }).click();
  await again.goto(`${settings}#/move/${localId}`);
  await again.getByRole('button', { name: 'Delete what is here …' }).click();
  const dialog = again.getByRole('dialog', { name: 'Delete the workspace on this computer?' });
  await expect(dialog).toContainText(`${many + 3} conversations, ${many + 4} mails and 1 comment`);
  expect(await violations(again)).toEqual([]);
  await dialog.getByRole('button', { name: 'Delete from this computer' }).click();
  await expect(again.getByRole('heading', { name: 'Where data lives' })).toBeVisible();
  await poll('the workspace to be gone', async () => !(await databaseNames(again)).includes(`samtale-${localId}`));
  expect((await readConnections(again)).map(({ id }) => id)).toEqual([there?.id]);
});
