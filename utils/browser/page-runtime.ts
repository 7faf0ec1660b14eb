import type { MailPageAnswers, MailPageCall, WebmailHostsNow } from '../webmail/shown-mail';

/** What a script in somebody else's page needs of the browser. Named here and not by the polyfill, which alone is half of what such a script may weigh (X19). */
interface PageRuntime {
  /** Gone once the extension was updated, turned off or removed. */
  id?: string;
  sendMessage(call: unknown): Promise<unknown>;
  onMessage: { addListener(hear: (message: unknown) => void): void; removeListener(hear: (message: unknown) => void): void };
}
declare const browser: { runtime?: PageRuntime } | undefined;
declare const chrome: { runtime?: PageRuntime } | undefined;

const runtime = (typeof browser === 'undefined' ? chrome : browser)?.runtime;

/** Whether the extension this script came with is still there. */
export const extensionLives = (): boolean => runtime?.id !== undefined;

/** Asks the worker, which starts if it sleeps; nothing where it cannot answer. Begun in this very task: a panel opens for a click alone (X3). */
export async function askFromMailPage<T extends MailPageCall['type']>(
  call: Extract<MailPageCall, { type: T }>,
): Promise<MailPageAnswers[T] | undefined> {
  try {
    return (await runtime?.sendMessage(call)) as MailPageAnswers[T] | undefined;
  } catch {
    // Nothing is said to the page's console: it is not ours, and it is asked again when one comes back to the page.
    return undefined;
  }
}

/** Hears from the worker where Samtale may be, until `signal`. Pages cannot speak here. */
export function onWebmailHosts(hear: (hosts: readonly string[]) => void, signal: AbortSignal): void {
  const listener = (message: unknown) => {
    if ((message as Partial<WebmailHostsNow> | null)?.type === 'webmail-hosts') hear((message as WebmailHostsNow).hosts);
  };
  runtime?.onMessage.addListener(listener);
  signal.addEventListener('abort', () => extensionLives() && runtime?.onMessage.removeListener(listener));
}
