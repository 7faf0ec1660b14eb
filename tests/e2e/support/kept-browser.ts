import type { BrowserContext, Page } from '@playwright/test';
import { waitingChanges } from './conversation';
import type { HubProcess } from './hub-process';
import { launchExtension } from './launch-extension';
import { poll } from './poll';
import { readTable } from './read-store';
import { signIn } from './sign-in';

/**
 * A browser that is signed in once and serves many tests, one after the other. Between them it is put in order: no page open, online, the settings
 * of this device and its place as on the first day. What a test did to the rows of the workspace stays.
 */
export class KeptBrowser {
  private constructor(
    readonly context: BrowserContext,
    readonly extensionId: string,
    /** A page of the extension without any of its code, from which its storage is reached. */
    private readonly home: Page,
    private readonly settings: readonly string[],
    readonly close: () => Promise<void>,
  ) {}

  static async open(hub: HubProcess): Promise<KeptBrowser> {
    const { context, close } = await launchExtension();
    const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
    const extensionId = new URL(worker.url()).host;
    const home = context.pages()[0] ?? (await context.newPage());
    await home.goto(`chrome-extension://${extensionId}/manifest.json`);
    const panel = await context.newPage();
    await panel.goto(`chrome-extension://${extensionId}/sidepanel.html`);
    await signIn(context, panel, hub);
    const kept = new KeptBrowser(context, extensionId, home, await settingsOf(home), close);
    await kept.putInOrder();
    return kept;
  }

  /** The background worker; one that the browser has put to sleep is woken. */
  async worker() {
    await this.home.evaluate(() => chrome.runtime.sendMessage({ type: 'device-changed' }));
    return poll('the worker', () => this.context.serviceWorkers()[0]);
  }

  async putInOrder() {
    const { context, home } = this;
    await context.setOffline(false);
    await context.unrouteAll({ behavior: 'wait' });
    await context.clearPermissions();
    // Sent while a page is open that hears of the network; where that went astray, with the worker's next alarm but one.
    await poll('what waits to be sent', async () => (await waitingChanges(home)) === 0, 150_000);
    await Promise.all(context.pages().map((page) => page !== home && page.close()));
    await home.evaluate(forgetSettings, this.settings);
    await this.worker();
  }
}

const settingsOf = async (home: Page) => ((await readTable(home, 'samtale', 'settings')) as { key: string }[]).map(({ key }) => key);

/** Runs in the page: what was chosen since, and where one was, is not kept. */
async function forgetSettings(known: readonly string[]): Promise<void> {
  const db = await new Promise<IDBDatabase>((done, fail) => {
    const asked = indexedDB.open('samtale');
    asked.onsuccess = () => done(asked.result);
    asked.onerror = () => fail(asked.error);
  });
  const tx = db.transaction('settings', 'readwrite');
  const ended = new Promise<void>((done, fail) => {
    tx.oncomplete = () => done();
    tx.onabort = () => fail(tx.error);
  });
  const asked = tx.objectStore('settings').getAllKeys();
  asked.onsuccess = () => {
    for (const key of asked.result) if (!known.includes(String(key)) && key !== 'network-log') tx.objectStore('settings').delete(key);
  };
  await ended;
  db.close();
}
