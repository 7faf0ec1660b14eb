import { createHmac, hkdfSync } from 'node:crypto';
import type { Sign } from '../../utils/mail/reply-token';

/** Signs reply tokens with a key of their own, drawn from the hub's secret. */
export function replyTokenSigner(secret: string): Sign {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'reply-token', 32));
  return (text) => createHmac('sha256', key).update(text).digest();
}
