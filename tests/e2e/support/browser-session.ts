import type { BrowserContext, CDPSession } from '@playwright/test';

/** DevTools commands to the browser itself, with the commands Playwright's types do not list yet (`Extensions.*`, `ServiceWorker.*`). */
export interface RawSession {
  send(method: string, params?: Record<string, unknown>): Promise<unknown>;
  on(event: string, listener: (event: unknown) => void): unknown;
  detach(): Promise<void>;
}

export async function browserSession(context: BrowserContext): Promise<RawSession> {
  const browser = context.browser();
  if (!browser) throw new Error('this context has no browser of its own');
  return asRaw(await browser.newBrowserCDPSession());
}

export const asRaw = (session: CDPSession): RawSession => session as unknown as RawSession;
