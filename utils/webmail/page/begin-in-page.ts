import { askFromMailPage, extensionLives, onSaidToMailPage } from '../../browser/page-runtime';
import type { WebmailAdapter } from '../webmail-adapter';
import { keepMailButtons } from './keep-mail-buttons';
import { readThread } from './read-thread';

/** Said on the document by one that has just begun: the browser leaves an earlier one running when the extension is updated. */
const another = 'samtale-begins';
/** How often to see whether the extension is still there, in ms: nobody is told that it was removed. */
const every = 1000;

/**
 * Samtale in a page of a webmail (docs/decisions/0047-in-the-mail-page.md), until another begins, the person takes the site back, or the extension
 * is gone. In the page itself alone, not in frames of it (E8).
 */
export function beginInPage(adapter: WebmailAdapter): void {
  if (!adapter.hosts.includes(location.hostname) || window !== window.top) return;
  const leave = new AbortController();
  const { signal } = leave;
  document.dispatchEvent(new CustomEvent(another));
  document.addEventListener(another, () => leave.abort(), { signal });
  const watch = setInterval(() => extensionLives() || leave.abort(), every);
  signal.addEventListener('abort', () => clearInterval(watch));
  const askAgain = keepMailButtons(
    adapter,
    {
      statesOf: (mails) => askFromMailPage<'state-of'>({ type: 'state-of', mails }),
      open: (mail) => void askFromMailPage<'open-panel'>({ type: 'open-panel', mail }),
    },
    document,
    signal,
  );
  onSaidToMailPage((said) => {
    if (said.type === 'webmail-hosts') return said.hosts.includes(`${location.origin}/*`) || leave.abort();
    if (said.type === 'mails-changed') return askAgain();
    // The page is read when it is asked, not when the button was drawn (G2).
    return said.type === 'read-mail' ? readThread(adapter, document, said.mail) : undefined;
  }, signal);
}
