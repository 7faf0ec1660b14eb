import type { Page } from '@playwright/test';
import { take } from '../../../scripts/screens/take';

/** A picture for docs/screens when `npm run screens` asks for them; else nothing. */
export async function picture(page: Page, name: string) {
  if (process.env.SAMTALE_PICTURES) await take(page, name);
}
