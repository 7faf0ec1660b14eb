import { type BrowserContext, test as base, type Page, type Worker } from '@playwright/test';
import type { SendMailOptions } from 'nodemailer';
import { HubProcess } from './support/hub-process';
import { KeptBrowser } from './support/kept-browser';
import { killWorker } from './support/kill-worker';
import { type Build, launchExtension } from './support/launch-extension';
import { openRealPanel, type RealPanel } from './support/real-panel';
import { sendMail } from './support/send-mail';
import { signIn } from './support/sign-in';
import { SmtpSink } from './support/smtp-sink';

export { expect } from '@playwright/test';

interface WorkerFixtures {
  /** The customer's mail server: everything the hub sends lands here. */
  sink: SmtpSink;
  /** A real hub with the sample workspace, one for each Playwright worker: leave other tests' conversations alone. */
  hub: HubProcess;
  /** What `signed-in.ts` gives its tests: here, so that all specs share the worker it belongs to, and its hub. */
  kept: KeptBrowser;
}

interface TestFixtures {
  /** `test.use({ build: 'gates' })` takes the build that can be held at named points. */
  build: Build;
  /** A fresh profile with the built extension. */
  context: BrowserContext;
  extensionId: string;
  worker: Worker;
  /** A page of the extension in a tab, 400 px wide: `openPage('sidepanel.html')`. */
  openPage(path: string): Promise<Page>;
  /** The panel as a tab at 400 px, signed in to `hub` through the real flow. */
  panel: Page;
  /** The real side panel, opened by pressing the real toolbar button. */
  realPanel(): Promise<RealPanel>;
  sendMail(mail: SendMailOptions): Promise<{ messageId: string; response: string }>;
  killWorker(): Promise<void>;
  setOffline(offline: boolean): Promise<void>;
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  sink: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern to know that nothing is asked for
    async ({}, use) => {
      const sink = await SmtpSink.start();
      await use(sink);
      await sink.close();
    },
    { scope: 'worker' },
  ],
  hub: [
    async ({ sink }, use) => {
      const hub = await HubProcess.start({ sample: true, env: { SAMTALE_SMTP_URL: sink.url } });
      await use(hub);
      await hub.stop();
    },
    { scope: 'worker', timeout: 300_000 },
  ],
  kept: [
    async ({ hub }, use) => {
      const kept = await KeptBrowser.open(hub);
      await use(kept);
      await kept.close();
    },
    { scope: 'worker', timeout: 300_000 },
  ],
  build: ['shipped', { option: true }],
  context: async ({ build }, use) => {
    const launched = await launchExtension({ build });
    await use(launched.context);
    await launched.close();
  },
  worker: async ({ context }, use) => {
    await use(context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker')));
  },
  extensionId: async ({ worker }, use) => {
    await use(new URL(worker.url()).host);
  },
  openPage: async ({ context, extensionId }, use) => {
    await use(async (path) => {
      const page = await context.newPage();
      await page.setViewportSize({ width: 400, height: 800 });
      await page.goto(`chrome-extension://${extensionId}/${path}`);
      return page;
    });
  },
  panel: async ({ context, hub, openPage }, use) => {
    const page = await openPage('sidepanel.html');
    await signIn(context, page, hub);
    await use(page);
  },
  realPanel: async ({ context, extensionId }, use) => {
    await use(() => openRealPanel(context, extensionId));
  },
  sendMail: async ({ hub }, use) => {
    await use((mail) => sendMail(hub.smtp, mail));
  },
  killWorker: async ({ context, extensionId }, use) => {
    await use(() => killWorker(context, extensionId));
  },
  setOffline: async ({ context }, use) => {
    await use((offline) => context.setOffline(offline));
  },
});
