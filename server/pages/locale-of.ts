import { isLocale, type Locale } from '../../utils/i18n/locale';
import { localeOfHeader } from '../../utils/i18n/locale-of-header';
import { cookieOf } from '../http/cookie-of';

const cookieName = 'samtale_language';
/** s */
const year = 365 * 24 * 3600;

/** The language chosen in Samtale, which it says when it opens a page of the hub (`ui_locales` of OpenID Connect, best first). */
const toldIn = (request: Request): Locale | undefined => new URL(request.url).searchParams.get('ui_locales')?.split(' ').find(isLocale);

const keptIn = (request: Request): Locale | undefined => [cookieOf(request, cookieName) ?? ''].find(isLocale);

/**
 * The language of a page of the hub: the one chosen in Samtale where this browser was told it, now or before, else the browser's. `spoken`: the one
 * the visitor's Samtale speaks, where that is known.
 */
export const localeOf = (request: Request, spoken?: Locale): Locale =>
  toldIn(request) ?? spoken ?? keptIn(request) ?? localeOfHeader(request.headers.get('accept-language'));

/** Keeps the language a request tells in its browser: the pages after it, forms and redirects among them, do not say it again. */
export function languageCookie(request: Request, baseUrl: string): string | undefined {
  const told = toldIn(request);
  const secure = baseUrl.startsWith('https:') ? '; Secure' : '';
  return told && `${cookieName}=${told}; Path=/; Max-Age=${year}; HttpOnly; SameSite=Lax${secure}`;
}
