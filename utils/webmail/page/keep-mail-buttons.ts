import { type MailboxOwner, mailShown } from '../mail-shown';
import { identityOf, readAgain } from '../read-again';
import { isSameShown, type MailLook, type ShownMail } from '../shown-mail';
import type { OpenMessage, WebmailAdapter } from '../webmail-adapter';
import { type MailButton, mailButton } from './mail-button';

/** What the buttons of a page need of whoever they belong to. */
export interface MailButtonsHost {
  /** What to say of each, in their order; where there is nothing to say of one, nothing is drawn. */
  statesOf(mails: ShownMail[]): Promise<readonly MailLook[] | undefined>;
  /** In the very task of the press. */
  open(mail: ShownMail): void;
}

interface Shown {
  key: string;
  message: OpenMessage;
  mail: ShownMail;
}
interface Drawn extends Shown {
  button: MailButton;
}

/** Ids come after the message they are of, and what is shown or chosen changes without an element that comes or goes. No other attribute is looked at (P12). */
const telling = ['data-message-id', 'data-legacy-message-id', 'data-legacy-thread-id', 'data-convid', 'role', 'aria-expanded', 'aria-selected'];
/** The worker is asked about so many at once, and about the rest after them. */
const mostAtOnce = 100;
/** ms a page is left to paint before it is read. */
const rest = 150;
/** Reading takes at most one part in so many of a page's time, however much it changes (P12, G7). */
const share = 25;
/** A page that takes its button away so often, while it shows the same, does not want it. */
const enough = 10;

/**
 * Keeps one button at each open message that is told apart, for as long as it is shown (SUR-5, SUR-6). Reads the page when it has changed and come to
 * rest; what it cannot tell for certain gets nothing. All of it is gone with `signal`. Call the answer when mails may stand otherwise.
 */
export function keepMailButtons(adapter: WebmailAdapter, { statesOf, open }: MailButtonsHost, document: Document, signal: AbortSignal): () => void {
  const window = document.defaultView;
  if (!window) return () => {};
  const drawn = new Map<string, Drawn>();
  /** What the worker said of each that is shown; nothing, where it could not. */
  const said = new Map<string, MailLook | undefined>();
  const times = new Map<string, number>();
  let owner: MailboxOwner = { account: undefined, mailbox: undefined, delegated: false };
  let timer: ReturnType<typeof setTimeout> | undefined;
  let cost = 0;
  let busy = false;
  let old = true;

  const soon = () => {
    timer ??= setTimeout(look, Math.max(rest, cost * share));
  };
  const anew = () => {
    old = true;
    soon();
  };
  const elsewhere = () => {
    times.clear();
    soon();
  };

  const observer = new MutationObserver(soon);
  observer.observe(document, { childList: true, subtree: true, attributeFilter: telling });
  window.addEventListener('hashchange', elsewhere, { signal });
  window.addEventListener('popstate', elsewhere, { signal });
  // What colleagues did meanwhile shows when one comes back.
  window.addEventListener('focus', anew, { signal });
  document.addEventListener('visibilitychange', anew, { signal });
  // Before the page's own: a key on our button is no shortcut of theirs. What it does by itself, being pressed, it does all the same.
  for (const type of ['keydown', 'keypress', 'keyup'])
    window.addEventListener(type, (event) => isOurs(event.target) && event.stopImmediatePropagation(), { capture: true, signal });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(timer);
    for (const key of [...drawn.keys()]) erase(key);
  });
  soon();
  return anew;

  function isOurs(target: EventTarget | null): boolean {
    for (const { button } of drawn.values()) if (button.host === target) return true;
    return false;
  }

  function erase(key: string) {
    drawn.get(key)?.button.host.remove();
    drawn.delete(key);
  }

  /** The messages that can have a button. Two that look the same are none. */
  function shownNow(): Shown[] {
    const started = performance.now();
    const page = adapter.read(document, document.location);
    owner = { account: page.account, mailbox: page.mailbox, delegated: page.delegated };
    const all = page.messages.flatMap((message) => {
      const mail = mailShown(adapter.provider, message, page);
      return mail ? [{ key: JSON.stringify([identityOf(message), mail]), message, mail }] : [];
    });
    cost = performance.now() - started;
    return all.filter(({ key }) => all.filter((other) => other.key === key).length === 1 && (times.get(key) ?? 0) < enough);
  }

  async function look() {
    timer = undefined;
    if (signal.aborted || document.hidden) return;
    // One at a time; what changed meanwhile is looked at after it.
    if (busy) return soon();
    busy = true;
    await bringUpToDate().finally(() => {
      busy = false;
    });
  }

  async function bringUpToDate() {
    let shown = shownNow();
    tidy(shown);
    if (old) said.clear();
    old = false;
    const unasked = shown.filter(({ key }) => !said.has(key)).slice(0, mostAtOnce);
    if (unasked.length > 0) {
      const looks = await statesOf(unasked.map(({ mail }) => mail));
      if (signal.aborted) return;
      for (const [at, { key }] of unasked.entries()) said.set(key, looks?.[at]);
      // Other mail may stand in the same elements by now (G2).
      shown = shownNow();
      tidy(shown);
    }
    for (const key of [...said.keys()]) if (!shown.some((one) => one.key === key)) said.delete(key);
    for (const one of shown) {
      const say = said.get(one.key);
      if (say) draw(one, say);
      else if (said.has(one.key)) erase(one.key);
      else soon();
    }
  }

  /** Takes away what has lost its message or its place, and what the page wrote on ours (E14). */
  function tidy(shown: readonly Shown[]) {
    for (const [key, { button }] of [...drawn]) {
      const now = shown.find((one) => one.key === key);
      if (!now || button.host.parentElement !== now.message.buttonAt) erase(key);
      else for (const { name } of [...button.host.attributes]) button.host.removeAttribute(name);
    }
  }

  function draw(shown: Shown, state: MailLook) {
    const { key, message } = shown;
    const place = message.buttonAt;
    if (!place) return;
    const button = drawn.get(key)?.button ?? mailButton(place, () => press(key));
    button.show(state);
    drawn.set(key, { ...shown, button });
    if (button.host.parentElement === place) return;
    times.set(key, (times.get(key) ?? 0) + 1);
    place.append(button.host);
  }

  function press(key: string) {
    const pressed = drawn.get(key);
    const again = pressed && readAgain(adapter, document, document.location, pressed.message, owner);
    const mail = again && mailShown(adapter.provider, again, owner);
    if (mail && isSameShown(mail, pressed.mail)) open(mail);
    else anew();
  }
}
