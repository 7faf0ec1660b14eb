import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page, Worker } from '@playwright/test';
import { expect, test } from './fixtures';
import { connect } from './support/connect';
import { arrivedRow, settled } from './support/conversation';
import { HubProcess } from './support/hub-process';
import { type Launched, launchExtension } from './support/launch-extension';
import { signedIn } from './support/people';
import { poll } from './support/poll';
import { sendMail } from './support/send-mail';
import { SmtpSink } from './support/smtp-sink';

/** A hub of its own with one agent, whose browser is closed and opened again: what is told of, and where. */
let hub: HubProcess;
let sink: SmtpSink;
let launched: Launched;
let profile: string;
let worker: Worker;
let panel: Page;
let settings: Page;
const metricsToken = 'a-token-of-this-spec-alone';
const agent = 'administrator@samtale.example';

test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  test.setTimeout(180_000);
  sink = await SmtpSink.start();
  profile = await mkdtemp(join(tmpdir(), 'samtale-profile-'));
  hub = await HubProcess.start({
    env: {
      SAMTALE_SMTP_URL: sink.url,
      SAMTALE_METRICS_TOKEN: metricsToken,
      NODE_OPTIONS: `--import ${new URL('support/hasty-clock.mjs', import.meta.url)}`,
    },
  });
  await open();
  await connect(launched.context, panel, hub.invitation, (window) => window.locator('form button[type=submit]').click());
  await signedIn(panel);
  await panel.locator('header.bar').waitFor({ timeout: 60_000 });
  await settled(panel);
  settings = await pageOf('options.html#/notifications');
  await way('there is a new conversation nobody has', 'In the browser');
});
test.afterAll(async () => {
  await launched?.close();
  await hub?.stop();
  await sink?.close();
  if (profile) await rm(profile, { recursive: true, force: true });
});

async function open() {
  launched = await launchExtension({ profile });
  worker = launched.context.serviceWorkers()[0] ?? (await launched.context.waitForEvent('serviceworker'));
  panel = await pageOf('sidepanel.html');
  await panel.setViewportSize({ width: 400, height: 800 });
  await panel.mouse.move(200, 10);
}

async function pageOf(path: string) {
  const page = await launched.context.newPage();
  await page.goto(`chrome-extension://${new URL(worker.url()).host}/${path}`);
  return page;
}

async function way(event: string, choice: string) {
  const field = settings.getByRole('combobox', { name: event });
  await field.selectOption(choice);
  await expect(field.locator('option:checked')).toHaveText(choice);
  await settled(panel);
}

const write = (subject: string) =>
  sendMail(hub.smtp, { from: 'Kari Lund <kari@kunde.example>', to: 'inbox@samtale.example', subject, text: `Hej, et ord om ${subject}.` });

/** How many mails the hub has made conversations of. */
async function takenIn(): Promise<number> {
  const said = await fetch(`${hub.url}/metrics`, { headers: { authorization: `Bearer ${metricsToken}` } });
  return Number(/^samtale_mail_taken_in_total\{result="done"\} (\d+)/m.exec(await said.text())?.[1] ?? 0);
}

/** Some mails, and the hub has taken in each. */
async function arrive(...subjects: string[]) {
  const before = await takenIn();
  for (const subject of subjects) await write(subject);
  await poll('the hub to take them in', async () => (await takenIn()) === before + subjects.length, 60_000);
}

const shown = () => worker.evaluate(() => new Promise<string[]>((done) => chrome.notifications.getAll((all) => done(Object.keys(all)))));

/** From now on what is announced is written down, as a person reads it. */
const listen = () =>
  worker.evaluate(() => {
    const said: string[] = [];
    const create = chrome.notifications.create.bind(chrome.notifications) as (...args: unknown[]) => unknown;
    Object.assign(globalThis, { said });
    Object.assign(chrome.notifications, {
      create: (...args: unknown[]) => {
        const { title, message } = args.find((arg) => typeof arg === 'object') as { title: string; message: string };
        said.push(`${title}: ${message}`);
        return create(...args);
      },
    });
  });
const said = () => worker.evaluate(() => (globalThis as unknown as { said: string[] }).said);
const row = (subject: string) => panel.getByRole('option', { name: new RegExp(subject) });

test('NTF-1 four that came at once are one line, of which a press opens the inbox; one alone is a line of its own, and lands on the message', async () => {
  await listen();
  await launched.context.setOffline(true);
  await arrive('Stolen', 'Bordet', 'Lampen', 'Reolen');
  await launched.context.setOffline(false);
  await expect(row('Reolen')).toBeVisible({ timeout: 60_000 });
  await expect.poll(said).toEqual(['News in 4 conversations of Inbox: Samtale']);
  const [many] = await poll('the line', async () => ((await shown()).length === 1 ? shown() : undefined));
  const press = (name: string | undefined) =>
    worker.evaluate((pressed) => (chrome.notifications.onClicked as unknown as { dispatch(id: string): void }).dispatch(pressed), name ?? '');
  const opened = launched.context.waitForEvent('page');
  await press(many);
  const page = await opened;
  for (const subject of ['Stolen', 'Bordet', 'Lampen', 'Reolen']) await expect(page.getByRole('option', { name: new RegExp(subject) })).toBeVisible();
  await expect.poll(shown).toEqual([]);

  await arrive('Sofaen');
  await expect.poll(said, { timeout: 30_000 }).toEqual(['News in 4 conversations of Inbox: Samtale', 'New conversation with Kari Lund: Sofaen']);
  const [one] = await poll('the line', async () => ((await shown()).length === 1 ? shown() : undefined));
  await page.close();
  const landing = launched.context.waitForEvent('page');
  await press(one);
  const landed = (await landing).locator('.msg.landed');
  await expect(landed).toContainText('et ord om Sofaen');
  await expect(landed).toHaveId(`message-${one?.split('|')[4]}`);
  await (await landing).close();
});

test('NTF-2 with no browser of theirs open for five minutes the hub mails it, with the way to the message; what a browser told is not mailed', async () => {
  await way('there is a new conversation nobody has', 'E-mail when away');
  await arrive('Sagt her');
  await expect.poll(said, { timeout: 30_000 }).toContain('New conversation with Kari Lund: Sagt her');
  await settled(panel);
  await launched.close();
  await arrive('Mens ingen er her');
  process.kill(hub.pid, 'SIGUSR2');
  const mailed = () => sink.received.filter(({ recipients }) => recipients.includes(agent));
  await poll('the hub’s mail', () => mailed().length > 0, 150_000);
  expect(mailed()).toHaveLength(1);
  const text = mailed()[0]?.mail.text ?? '';
  expect(mailed()[0]?.mail.subject).toBe('New conversation with Kari Lund: Mens ingen er her');
  expect(text).toContain('et ord om Mens ingen er her');
  const link = /https?:\S+\/m\/[\w-]{36}/.exec(text)?.[0] ?? '';
  expect(link).toContain(hub.url);

  // It leads to a page that says where the message is, and names the message one then finds.
  await open();
  await (await arrivedRow(panel, 'Mens ingen er her')).click();
  await expect(panel.locator(`#message-${link.slice(-36)}`)).toContainText('et ord om Mens ingen er her');
  const page = await launched.context.newPage();
  await page.goto(link);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This message is in Samtale');
});
