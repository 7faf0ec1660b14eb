import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { cors } from 'hono/cors';
import { translate } from '../../utils/i18n/translate';
import { languageCookie, localeOf } from '../pages/locale-of';
import { page } from '../pages/page-layout';
import { sentencePage } from '../pages/sentence-page';
import { answerRevoke } from './answer-revoke';
import { answerToken } from './answer-token';
import type { AuthHost } from './auth-host';
import { isExtensionOrigin } from './extension-origins';
import { joinRoutes } from './join-routes';
import { loginRoutes } from './login-routes';
import type { Auth } from './make-auth';
import { ownRequest } from './own-request';

/** Endpoints of the library that a browser may reach. All others stay shut: accounts, for one, arise only by an invitation. */
const open: readonly [method: string, path: string][] = [
  ['GET', '/auth/oauth2/authorize'],
  ['POST', '/auth/sign-out'],
  ['POST', '/auth/two-factor/enable'],
  ['POST', '/auth/two-factor/disable'],
  ['POST', '/auth/two-factor/verify-totp'],
  ['POST', '/auth/two-factor/generate-backup-codes'],
];

/** `/auth/*`, `/login` and `/join/*`. `clientAddress` tells who is at the other end of the socket, or behind a proxy that is trusted. */
export function authRoutes(host: AuthHost, auth: Auth, clientAddress: (c: Context) => string): Hono {
  const routes = new Hono();
  const pages = new Hono().route('/', loginRoutes(host, auth)).route('/', joinRoutes(host, auth));
  pages.onError((fault, c) => {
    host.report(fault);
    const locale = localeOf(c.req.raw);
    const sentence = translate(locale, 'pageFault');
    return page({ locale, title: translate(locale, 'pageProblemTitle'), body: sentencePage(locale, sentence), status: 500 });
  });
  const own = (c: Context) => ownRequest(c.req.raw, host.baseUrl, clientAddress(c));

  const extensionOnly = cors({
    origin: (origin) => (isExtensionOrigin(origin, host.redirectUris) ? origin : null),
    allowMethods: ['POST'],
    allowHeaders: ['content-type', 'dpop'],
    maxAge: 600,
  });
  const keepLanguage: MiddlewareHandler = async (c, next) => {
    await next();
    const cookie = languageCookie(c.req.raw, host.baseUrl);
    if (cookie) c.res.headers.append('set-cookie', cookie);
  };
  for (const path of ['/auth/oauth2/authorize', '/login', '/join/*']) routes.use(path, keepLanguage);
  routes.use('/auth/oauth2/token', extensionOnly);
  routes.use('/auth/oauth2/revoke', extensionOnly);
  routes.post('/auth/oauth2/token', (c) => answerToken(host, auth, own(c)));
  routes.post('/auth/oauth2/revoke', (c) => answerRevoke(host, own(c)));
  for (const [method, path] of open) routes.on(method, path, (c) => auth.handler(own(c)));
  routes.all('/auth/*', (c) => c.json({ error: 'not-found', message: 'no such endpoint' }, 404));

  routes.all('/login', (c) => pages.fetch(own(c)));
  routes.all('/login/*', (c) => pages.fetch(own(c)));
  routes.all('/join/*', (c) => pages.fetch(own(c)));
  return routes;
}
