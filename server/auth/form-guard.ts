import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { cookieOf } from '../http/cookie-of';

const cookieName = 'samtale_form';

/** What a form needs to prove that it came from this hub's own page: a cookie, and a token made from it that goes into the form (S11). */
export function issueFormToken(secret: string, request: Request): { token: string; setCookie: string | null } {
  const known = formCookie(request);
  const cookie = known ?? randomBytes(24).toString('base64url');
  const secure = new URL(request.url).protocol === 'https:' ? '; Secure' : '';
  return { token: tokenOf(secret, cookie), setCookie: known ? null : `${cookieName}=${cookie}; Path=/; HttpOnly; SameSite=Lax${secure}` };
}

/** Whether a posted form came from a page of ours: same origin, and the token that belongs to its cookie. */
export function isOwnForm(secret: string, baseUrl: string, request: Request, token: string): boolean {
  const cookie = formCookie(request);
  if (request.headers.get('origin') !== new URL(baseUrl).origin || !cookie) return false;
  const wanted = Buffer.from(tokenOf(secret, cookie));
  const given = Buffer.from(token);
  return wanted.length === given.length && timingSafeEqual(wanted, given);
}

const tokenOf = (secret: string, cookie: string) => createHmac('sha256', secret).update(`form:${cookie}`).digest('base64url');

/** Undefined too where it is none of ours. */
const formCookie = (request: Request) => {
  const cookie = cookieOf(request, cookieName);
  return cookie !== undefined && /^[\w-]{32}$/.test(cookie) ? cookie : undefined;
};
