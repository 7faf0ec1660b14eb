import type { BrowserContext } from '@playwright/test';

/** The browser too takes the stand-ins of Google and Microsoft for the real ones. */
export async function standInProviders(context: BrowserContext, google: { url: string }, microsoft: { url: string }) {
  for (const [host, { url }] of [
    ['accounts.google.com', google],
    ['login.microsoftonline.com', microsoft],
  ] as const)
    await context.route(`https://${host}/**`, async (route) => {
      const { pathname, search } = new URL(route.request().url());
      const answer = await fetch(`${url}/${host}${pathname}${search}`);
      await route.fulfill({ status: answer.status, contentType: 'text/html', body: await answer.text() });
    });
}
