import { browser } from 'wxt/browser';
import { Unreachable } from '../../sync/ports';
import { AuthWindowClosed } from '../connection/connection-host';

/** The path hubs list for this extension (`redirectUris` in their settings); the origin follows from the extension's id. */
export const redirectUri = (): string => browser.identity.getRedirectURL('signed-in');

/**
 * The browser's own window for signing in: only it can read the answer, no host permission is needed, and the worker stays awake while
 * it is open. Its errors are told apart by their words, there is nothing else (Chromium 156, Firefox 153).
 */
export async function openAuthWindow(url: string): Promise<string> {
  try {
    const back = await browser.identity.launchWebAuthFlow({ url, interactive: true });
    if (!back) throw new AuthWindowClosed('no answer');
    return back;
  } catch (error) {
    if (error instanceof Error && /could not be loaded/i.test(error.message))
      throw new Unreachable('the sign-in page did not load', { cause: error });
    throw new AuthWindowClosed(error instanceof Error ? error.message : String(error));
  }
}
