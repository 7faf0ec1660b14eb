import { documentParts } from './document-parts';

const tallest = 30_000;

/**
 * Keeps a frame as tall as its mail, now and whenever it changes (panel width, a fold, an image). A mail that grows with its own
 * frame (100vh) would never end: after a few steps without a new width it keeps the height it has.
 */
export function followHeight(frame: HTMLIFrameElement, signal: AbortSignal) {
  const document = frame.contentDocument;
  const parts = document && documentParts(document);
  if (!parts) return;
  let width = 0;
  let steps = 0;
  const resize = () => {
    if (frame.clientWidth !== width) steps = 0;
    width = frame.clientWidth;
    const height = Math.min(tallest, Math.ceil(parts.mail.getBoundingClientRect().height));
    if (Math.abs(height - frame.clientHeight) < 2) return;
    steps += 1;
    if (steps > 20) return;
    frame.style.height = `${height}px`;
  };
  const observer = new ResizeObserver(resize);
  observer.observe(parts.mail);
  observer.observe(frame);
  signal.addEventListener('abort', () => observer.disconnect());
  resize();
}
