import type { BrowserContext, Page } from '@playwright/test';
import type { HubProcess } from './hub-process';
import { launchExtension } from './launch-extension';
import { signIn } from './sign-in';

export interface SecondDevice {
  context: BrowserContext;
  panel: Page;
  close(): Promise<void>;
}

/** The same agent in another browser, signed in and with the first rows on screen. */
export async function secondDevice(hub: HubProcess): Promise<SecondDevice> {
  const { context, close } = await launchExtension();
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  const panel = await context.newPage();
  await panel.setViewportSize({ width: 400, height: 800 });
  await panel.goto(new URL('/sidepanel.html', worker.url()).href);
  await signIn(context, panel, hub);
  return { context, panel, close };
}
