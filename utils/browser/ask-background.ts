import { browser } from 'wxt/browser';
import type { PageAnswers, PageToBackground } from '../messaging/contract';

/** A call of a page to the worker, which starts if it sleeps. Rejects when the worker refuses or breaks. */
export const askBackground = <Call extends PageToBackground>(call: Call): Promise<PageAnswers[Call['type']]> => browser.runtime.sendMessage(call);
