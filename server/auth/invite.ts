import { randomBytes } from 'node:crypto';
import { hashToken } from './hash-token';

/** At most this long between making an invitation and using it (S10). */
export const invitationLifetime = 72 * 3600_000;

/** A new one-time link. Only the hash is kept (`createInvitation`); the link itself is shown once. */
export function makeInvitationLink(baseUrl: string): { link: string; tokenHash: string } {
  const token = randomBytes(32).toString('base64url');
  return { link: new URL(`/join/${token}`, baseUrl).href, tokenHash: hashToken(token) };
}

/** Whether this can be the token of a link at all. Anything else, the empty one first, is never looked up. */
export const looksLikeInvitation = (token: string): boolean => /^[A-Za-z0-9_-]{43}$/.test(token);
