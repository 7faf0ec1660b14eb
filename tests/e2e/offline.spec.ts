import type { Page } from '@playwright/test';
import type { GateLabel } from '../../sync/gate';
import { test as fresh } from './fixtures';
import { expect, test } from './signed-in';
import { browserSession } from './support/browser-session';
import { comment, newConversation, reply, settled, threadOf } from './support/conversation';
import { GateServer } from './support/gate-server';
import { killWorker } from './support/kill-worker';
import { type Launched, launchExtension } from './support/launch-extension';
import { poll } from './support/poll';
import { signIn } from './support/sign-in';
import { violations } from './support/violations';

test('offline all goes on, is counted and listed, and is sent later, once and in order', async ({ panel, sendMail, sink, setOffline }) => {
  const { customer } = await newConversation(panel, sendMail);
  await settled(panel);
  await setOffline(true);
  await comment(panel, 'Skrevet uden net');
  await reply(panel, 'Sendt uden net, først');
  await reply(panel, 'Sendt uden net, dernæst');
  await expect(threadOf(panel).getByText('Skrevet uden net')).toBeVisible();
  const status = panel.getByRole('button', { name: /changes wait/ });
  await expect(status).toBeVisible();
  await status.click();
  await expect(panel.getByRole('listitem')).not.toHaveCount(0);
  expect(sink.received.filter(({ recipients }) => recipients.includes(customer))).toEqual([]);

  await setOffline(false);
  await sink.waitFor(customer, 'dernæst');
  await settled(panel);
  const texts = sink.received.filter(({ recipients }) => recipients.includes(customer)).map(({ mail }) => mail.text ?? '');
  expect(texts.map((text) => /, (først|dernæst)/.exec(text)?.[1])).toEqual(['først', 'dernæst']);
  await expect(threadOf(panel).getByText('Skrevet uden net')).toHaveCount(1);
});

test('ALL-1 X11 a change that waits is taken back from the list of them; the others go, and its words are a draft again', async ({
  panel,
  sendMail,
  sink,
  setOffline,
}) => {
  const { customer } = await newConversation(panel, sendMail);
  await settled(panel);
  await setOffline(true);
  await comment(panel, 'Bliver stående');
  await reply(panel, 'Fortrudt uden net');
  await panel.getByRole('button', { name: /2 changes wait/ }).click();
  const waiting = panel.getByRole('region', { name: 'Waiting changes' });
  await waiting.getByRole('button', { name: 'Take back: Reply: Bodil Lund' }).click();
  await expect(waiting.getByRole('listitem').filter({ hasText: 'Reply: Bodil Lund (taken back)' })).toBeVisible();
  await expect(waiting.getByRole('listitem')).toHaveCount(2);
  await expect(waiting.getByRole('button', { name: /^Take back/ })).toHaveCount(1);
  await expect(threadOf(panel).getByText('Fortrudt uden net')).toHaveCount(0);
  await expect(threadOf(panel).getByText('Bliver stående')).toHaveCount(1);
  expect(await violations(panel)).toEqual([]);

  await setOffline(false);
  await settled(panel);
  await expect(threadOf(panel).getByText('Bliver stående')).toHaveCount(1);
  // The draft is sent after all: had the first been sent, it would have been before this one.
  await panel.getByRole('button', { name: /^(Reply|Draft) to/ }).click();
  await expect(panel.getByRole('textbox', { name: 'Text of the reply' })).toHaveText('Fortrudt uden net');
  await panel.getByRole('textbox', { name: 'Text of the reply' }).click();
  await panel.keyboard.press('Control+Enter');
  await sink.waitFor(customer, 'Fortrudt uden net');
  await settled(panel);
  expect(sink.received.filter(({ recipients }) => recipients.includes(customer))).toHaveLength(1);
});

fresh.describe('the worker is stopped in the middle of a send', () => {
  // One browser for the three: each leaves the worker running again, with nothing that waits.
  let launched: Launched;
  let panel: Page;
  let gates: GateServer;
  fresh.beforeAll(async ({ hub }) => {
    launched = await launchExtension({ build: 'gates' });
    panel = await launched.context.newPage();
    await panel.setViewportSize({ width: 400, height: 800 });
    const worker = await poll('the worker', () => launched.context.serviceWorkers()[0]);
    await panel.goto(new URL('/sidepanel.html', worker.url()).href);
    await signIn(launched.context, panel, hub);
    gates = await GateServer.start();
    await gates.guard(worker);
  });
  fresh.beforeEach(() => panel.reload());
  fresh.afterAll(async () => {
    await launched?.close();
    await gates?.close();
  });

  for (const label of ['push:before', 'push:answered', 'push:settled'] satisfies GateLabel[]) {
    fresh(`at ${label}: the mail leaves once`, async ({ sendMail, sink }) => {
      const { customer } = await newConversation(panel, sendMail);
      await settled(panel);
      gates.hold(label);
      await reply(panel, `Midt i ${label}`);
      await gates.reached();
      await killWorker(launched.context, new URL(panel.url()).host);
      gates.release();
      // Any next thing an agent does wakes the worker again.
      await comment(panel, `Efter ${label}`);
      await sink.waitFor(customer, label);
      await settled(panel);
      expect(sink.received.filter(({ recipients }) => recipients.includes(customer))).toHaveLength(1);
      await expect(threadOf(panel).getByText(`Efter ${label}`)).toHaveCount(1);
    });
  }
});

fresh('the browser dies with changes waiting: they are sent when it runs again, once', async ({ hub, sink, sendMail }) => {
  const first = await launchExtension();
  const [worker] = [first.context.serviceWorkers()[0] ?? (await first.context.waitForEvent('serviceworker'))];
  const panelUrl = new URL('/sidepanel.html', worker.url()).href;
  const panel = await first.context.newPage();
  await panel.goto(panelUrl);
  await signIn(first.context, panel, hub);
  const { customer, subject } = await newConversation(panel, sendMail);
  await settled(panel);
  await first.context.setOffline(true);
  await reply(panel, 'Skrevet lige før strømmen gik');
  const session = await browserSession(first.context);
  const gone = first.context.waitForEvent('close');
  // It dies before it can answer.
  session.send('Browser.crash').catch((error: unknown) => console.log(String(error)));
  await gone;
  expect(sink.received.filter(({ recipients }) => recipients.includes(customer))).toEqual([]);

  const second = await launchExtension({ profile: first.profile });
  const again = await second.context.newPage();
  await again.goto(panelUrl);
  await sink.waitFor(customer, 'strømmen');
  await again.getByRole('option', { name: subject }).first().click();
  await settled(again);
  expect(sink.received.filter(({ recipients }) => recipients.includes(customer))).toHaveLength(1);
  await second.close();
});

fresh(
  'the hub is killed after it committed and before it answered: nothing is lost, nothing happens twice',
  async ({ panel, context, hub, sendMail }) => {
    await newConversation(panel, sendMail);
    await settled(panel);
    let killed = false;
    await context.route(`${hub.url}/sync/push`, async (route) => {
      if (killed) return route.continue();
      killed = true;
      await route.fetch();
      await hub.kill();
      await route.abort('connectionreset');
    });
    await comment(panel, 'Svaret kom aldrig frem');
    await expect.poll(() => killed).toBe(true);
    await expect(panel.getByText(/Offline|wait/).first()).toBeVisible();
    await hub.restart();
    await comment(panel, 'Efter genstarten');
    await settled(panel);
    await expect(threadOf(panel).getByText('Svaret kom aldrig frem')).toHaveCount(1);
    await expect(threadOf(panel).getByText('Efter genstarten')).toHaveCount(1);
  },
);
