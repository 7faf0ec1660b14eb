import type { BrowserContext } from '@playwright/test';
import * as z from 'zod/mini';
import { asRaw, browserSession } from './browser-session';
import { poll } from './poll';

const Targets = z.object({ targetInfos: z.array(z.object({ type: z.string(), url: z.string() })) });

/** Stops the background worker as the browser would, and waits until it is gone. The next message or alarm starts it again. */
export async function killWorker(context: BrowserContext, extensionId: string) {
  const page = await context.newPage();
  await page.goto(`chrome-extension://${extensionId}/manifest.json`);
  const session = asRaw(await context.newCDPSession(page));
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.stopAllWorkers');
  const browser = await browserSession(context);
  await poll('the worker to stop', async () => {
    const { targetInfos } = Targets.parse(await browser.send('Target.getTargets'));
    return !targetInfos.some((info) => info.type === 'service_worker' && info.url.includes(extensionId));
  });
  await browser.detach();
  await page.close();
}
