import { documentParts } from './document-parts';
import { linkTarget } from './link-target';

export interface FrameEvents {
  /** A link was pressed; its words and where it really leads. */
  onLink(link: { words: string; url: string }): void;
}

const elementOf = (target: EventTarget | null): Element | undefined => {
  const node = target as Node | null;
  if (!node) return undefined;
  return (node.nodeType === 1 ? node : node.parentElement) as Element | undefined;
};

/**
 * The frame runs no script: we listen in it from outside. Every way to follow a link ends here, and keys of the panel go on
 * working while the focus is in the mail.
 */
export function captureFrame(frame: HTMLIFrameElement, { onLink }: FrameEvents, signal: AbortSignal) {
  const document = frame.contentDocument;
  const parts = document && documentParts(document);
  if (!parts || !document) return;
  const follow = (event: Event) => {
    const anchor = elementOf(event.target)?.closest('a, area, [href]');
    if (!anchor) return;
    event.preventDefault();
    event.stopPropagation();
    if (!event.isTrusted) return;
    const href = anchor.getAttribute('href');
    const url = linkTarget(href);
    if (url) onLink({ words: anchor.textContent ?? '', url });
    else if (href?.startsWith('#')) Document.prototype.getElementById.call(document, href.slice(1))?.scrollIntoView();
  };
  const stop = (event: Event) => event.preventDefault();
  for (const type of ['click', 'auxclick']) document.addEventListener(type, follow, { capture: true, signal });
  for (const type of ['submit', 'dragstart', 'drop', 'dragover']) document.addEventListener(type, stop, { capture: true, signal });
  document.addEventListener(
    'keydown',
    (event) => {
      if (event.key === 'Enter' || event.key === ' ' || event.key === 'Tab') return;
      const { key, code, shiftKey, ctrlKey, metaKey, altKey } = event;
      const copy = new KeyboardEvent('keydown', { key, code, shiftKey, ctrlKey, metaKey, altKey, bubbles: true, cancelable: true });
      if (!frame.dispatchEvent(copy)) event.preventDefault();
    },
    { capture: true, signal },
  );
}
