import DOMPurify from 'dompurify';
import { clipMail } from './clip-mail';
import { foldQuotes } from './fold-quotes';
import { linkTarget } from './link-target';
import { makeSafe } from './safe-declarations';
import { safeSheet } from './safe-sheet';

/** A mail made harmless: no script, no form, nothing that loads. What was held back is listed and can be put in later. */
export interface SanitisedMail {
  body: string;
  styles: string;
  /** Remote images by their number in `data-remote` / `data-remote-back`. */
  remote: string[];
  /** Content-IDs its images name, by their number in `data-cid`. */
  contentIds: string[];
  clipped: boolean;
}

const inlineImage = /^data:image\/(?:png|jpe?g|gif|webp|avif|bmp);/i;

/** First of the four layers (architecture, "In the page"); each of the others alone would leak. Runs in a page: it needs a DOM. */
export function sanitiseMail(html: string, { clip }: { clip: boolean }): SanitisedMail {
  const root = DOMPurify.sanitize(html, {
    USE_PROFILES: { html: true },
    WHOLE_DOCUMENT: true,
    RETURN_DOM: true,
    ADD_TAGS: ['center', 'font'],
    FORBID_TAGS: [
      'form',
      'input',
      'button',
      'select',
      'textarea',
      'option',
      'optgroup',
      'datalist',
      'fieldset',
      'label',
      'output',
      'audio',
      'video',
      'source',
      'track',
      'picture',
      'dialog',
      'template',
      'slot',
      'map',
      'area',
      'menu',
      'meter',
      'progress',
      'details',
      'summary',
      'link',
      'meta',
      'base',
      'iframe',
      'object',
      'embed',
      'portal',
      'marquee',
    ],
    FORBID_ATTR: [
      'name',
      'target',
      'srcset',
      'sizes',
      'ping',
      'action',
      'autofocus',
      'tabindex',
      'contenteditable',
      'popover',
      'popovertarget',
      'is',
      'slot',
      'usemap',
      'ismap',
      'download',
      'accesskey',
      'draggable',
      'inert',
      'loading',
      'crossorigin',
      'cite',
      'longdesc',
      'lowsrc',
      'dynsrc',
      'poster',
      'data',
      'codebase',
      'manifest',
      'profile',
    ],
    ALLOW_DATA_ATTR: false,
    ALLOW_ARIA_ATTR: false,
    // Holds for every attribute that is not plain text, `width` too, so it lets pass what names no scheme; addresses are judged below one by one.
    ALLOWED_URI_REGEXP: /^(?:(?:https?|mailto|tel|cid):|data:image\/|[^a-z]|[a-z+.-]+(?:[^a-z+.\-:]|$))/i,
  });
  if (!(root instanceof HTMLElement)) throw new Error('the sanitiser answered no element');
  const body = root.querySelector('body') ?? root;
  const remote = numbered();
  const contentIds = numbered();

  const styles = [...root.querySelectorAll('style')].map((style) => {
    const safe = safeSheet(style.textContent ?? '');
    style.remove();
    return safe;
  });
  for (const element of [body, ...body.querySelectorAll<HTMLElement>('*')]) {
    cleanImage(element, remote, contentIds);
    cleanBackground(element, remote);
    cleanLink(element);
  }
  const clipped = clip && clipMail(body);
  foldQuotes(body);
  return { body: wrapped(body), styles: styles.join('\n'), remote: remote.all, contentIds: contentIds.all, clipped };
}

function numbered() {
  const all: string[] = [];
  return {
    all,
    of(value: string) {
      const known = all.indexOf(value);
      return String(known >= 0 ? known : all.push(value) - 1);
    },
  };
}
type Numbered = ReturnType<typeof numbered>;

function cleanImage(element: HTMLElement, remote: Numbered, contentIds: Numbered) {
  const src = element.getAttribute('src');
  if (src === null) return;
  if (element.tagName === 'IMG' && inlineImage.test(src)) return;
  element.removeAttribute('src');
  if (element.tagName !== 'IMG') return;
  if (/^cid:/i.test(src)) element.dataset.cid = contentIds.of(decoded(src.slice(4)));
  const url = linkTarget(src);
  if (url && /^https?:/.test(url)) element.dataset.remote = remote.of(url);
}

function cleanBackground(element: HTMLElement, remote: Numbered) {
  const hold = (raw: string) => {
    const url = linkTarget(raw);
    if (url && /^https?:/.test(url)) element.dataset.remoteBack = remote.of(url);
  };
  const background = element.getAttribute('background');
  if (background !== null) {
    element.removeAttribute('background');
    hold(background);
  }
  if (element.hasAttribute('style')) {
    makeSafe(element.style, hold);
    if (element.getAttribute('style') === '') element.removeAttribute('style');
  }
}

function cleanLink(element: HTMLElement) {
  const href = element.getAttribute('href');
  if (href === null) return;
  const target = element.tagName === 'A' ? linkTarget(href) : undefined;
  if (target) {
    element.setAttribute('href', target);
    element.setAttribute('title', target);
    element.setAttribute('rel', 'noopener noreferrer');
    // Pressed before the panel listens in the frame, it would lead the frame itself away; a new window the frame may not open.
    element.setAttribute('target', '_blank');
  } else if (!/^#[\w-]+$/.test(href)) element.removeAttribute('href');
}

/** The mail's body element becomes a block in ours, with its own colours. */
function wrapped(body: HTMLElement): string {
  const block = body.ownerDocument.createElement('div');
  const style = body.getAttribute('style');
  const ground = body.getAttribute('bgcolor');
  block.id = 'samtale-mail';
  if (style) block.setAttribute('style', style);
  if (ground && /^#?[\w]+$/.test(ground) && !block.style.backgroundColor) block.style.backgroundColor = ground;
  if (body.dir === 'rtl' || body.dir === 'ltr') block.dir = body.dir;
  if (body.dataset.remoteBack !== undefined) block.dataset.remoteBack = body.dataset.remoteBack;
  block.append(...body.childNodes);
  return block.outerHTML;
}

function decoded(value: string) {
  try {
    return decodeURIComponent(value);
  } catch (error) {
    // A Content-ID with a bare per cent sign is taken as it stands.
    if (error instanceof URIError) return value;
    throw error;
  }
}
