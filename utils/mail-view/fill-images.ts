import { documentParts } from './document-parts';

const inlineImage = /^data:image\/(?:png|jpe?g|gif|webp|avif|bmp);/i;

/** Puts images into a mail's frame that were held back: remote ones a person asked for, or files of the mail itself. Only ever as `data:`. */
export function fillImages(frame: HTMLIFrameElement, kind: 'remote' | 'cid', images: ReadonlyMap<number, string>) {
  const parts = frame.contentDocument && documentParts(frame.contentDocument);
  if (!parts) return;
  for (const [number, url] of images) {
    if (!inlineImage.test(url)) continue;
    for (const image of parts.mail.querySelectorAll(`img[data-${kind}="${number}"]`)) image.setAttribute('src', url);
    if (kind !== 'remote') continue;
    const backs = [parts.mail, ...parts.mail.querySelectorAll<HTMLElement>(`[data-remote-back="${number}"]`)];
    for (const element of backs)
      if (element.dataset.remoteBack === String(number)) element.style.backgroundImage = `url("${url.replaceAll('"', '')}")`;
  }
}
