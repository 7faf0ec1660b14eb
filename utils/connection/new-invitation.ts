import { sha256Of } from '../network/sha256-of';
import { base64url } from './base64url';

/** A one-time link, made on this device. The hub is told `tokenHash` alone; the link is shown once and kept nowhere (S10). */
export async function newInvitation(origin: string): Promise<{ link: string; tokenHash: string }> {
  const token = base64url(crypto.getRandomValues(new Uint8Array(32)));
  return { link: `${origin}/join/${token}`, tokenHash: await sha256Of(new Blob([token])) };
}
