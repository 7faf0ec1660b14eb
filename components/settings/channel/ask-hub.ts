import { askBackground } from '../../../utils/browser/ask-background';
import type { PageAnswers, PageToBackground } from '../../../utils/messaging/contract';

type AboutMail = Extract<PageToBackground, { type: `mailbox-${string}` | `hosted-${string}` | `notice-${string}` }>;

/** Has the worker ask the hub. A worker that was stopped meanwhile leaves the question open, as a hub that does not answer. */
export async function askHub<Call extends AboutMail>(call: Call): Promise<PageAnswers[Call['type']] | { failed: 'offline' }> {
  try {
    return await askBackground(call);
  } catch (error) {
    console.warn('the worker went while it was asked about mail', error);
    return { failed: 'offline' };
  }
}
