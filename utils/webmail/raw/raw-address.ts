import type { MessageIds } from '../webmail-adapter';

/**
 * Where Gmail gives a message's raw form, on the page's own origin and as the account the page belongs to. Undocumented (KartikTalwar/gmail.js
 * and extensions of 2026 use it), so one question at a click and no reliance on an answer. Undefined without the API's id. Outlook has none that takes no token.
 */
export function rawAddressOf({ message }: MessageIds, location: { readonly href: string }): string | undefined {
  const { origin, pathname } = new URL(location.href);
  const account = /^\/mail\/(?:b\/[^/]+\/)?u\/\d+\/(?:d\/[^/]+\/)?/.exec(pathname)?.[0];
  if (message === undefined || account === undefined || origin !== 'https://mail.google.com') return undefined;
  return `${origin}${account}?${new URLSearchParams({ view: 'att', th: message, attid: '0', disp: 'comp', safe: '1', zw: '' })}`;
}
