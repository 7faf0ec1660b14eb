import type { MailPageAnswers, MailPageCall, ToMailPage } from '../webmail/shown-mail';

/** What a script in somebody else's page needs of the browser. Named here and not by the polyfill, which alone is half of what such a script may weigh (X19). */
interface PageRuntime {
  /** Gone once the extension was updated, turned off or removed. */
  id?: string;
  sendMessage(call: unknown): Promise<unknown>;
  onMessage: { addListener(hear: Listener): void; removeListener(hear: Listener): void };
}
type Listener = (message: unknown, sender: unknown, answer: (answer: unknown) => void) => void;
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

/** Hears what worker and panel say to mail pages, until `signal`, and answers at once. Pages cannot speak here. */
export function onSaidToMailPage(hear: (said: ToMailPage) => unknown, signal: AbortSignal): void {
  const listener: Listener = (said, _, answer) => answer(hear(said as ToMailPage));
  runtime?.onMessage.addListener(listener);
  signal.addEventListener('abort', () => extensionLives() && runtime?.onMessage.removeListener(listener));
}
