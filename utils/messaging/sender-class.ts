import { isWebmail } from '../webmail/webmail-hosts';

/** What we need of `runtime.MessageSender`. Firefox leaves `origin` out. */
export interface Sender {
  id?: string;
  origin?: string;
  url?: string;
  frameId?: number;
}

/**
 * Who speaks (X2, K17). A `page` is ours in a top frame; our page embedded in another site sends with our own origin and yet is no
 * more trusted than a content script, since its host can make it transparent and lay it under a click.
 */
export type SenderClass = 'page' | 'embedded-frame' | 'content-script' | 'stranger';

/** `own`: our extension's id and origin, without a slash at the end. */
export function senderClassOf(sender: Sender, own: { id: string; origin: string }): SenderClass {
  if (sender.id !== own.id) return 'stranger';
  const url = parse(sender.url);
  const origin = sender.origin ?? originOf(url);
  // Ours run in the top frame of a webmail and nowhere else.
  if (origin !== own.origin || originOf(url) !== own.origin) return isWebmail(origin) && (sender.frameId ?? 0) === 0 ? 'content-script' : 'stranger';
  return (sender.frameId ?? 0) !== 0 || url?.pathname === '/frame.html' ? 'embedded-frame' : 'page';
}

const parse = (url: string | undefined) => (url && URL.canParse(url) ? new URL(url) : undefined);

/** Node's and older browsers' `URL.origin` is `null` for extension schemes. */
const originOf = (url: URL | undefined) => url && `${url.protocol}//${url.host}`;
