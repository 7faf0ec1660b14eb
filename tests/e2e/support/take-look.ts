import type { Page } from '@playwright/test';

/** With LOOK=folder a spec leaves pictures of what it is at, light and dark, for whoever changes a screen; without it nothing is done. */
export async function takeLook(page: Page, name: string): Promise<void> {
  const folder = process.env.LOOK;
  if (!folder) return;
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme });
    await page.screenshot({ path: `${folder}/${name}-${scheme}.png`, animations: 'disabled' });
  }
  await page.emulateMedia({ colorScheme: 'light' });
}
