import type { Page } from '@playwright/test';

/** A picture of a page in either theme, into docs/screens/. */
export async function take(page: Page, name: string) {
  for (const theme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    await page.screenshot({ path: `docs/screens/${name}-${theme}.png`, animations: 'disabled' });
  }
}
