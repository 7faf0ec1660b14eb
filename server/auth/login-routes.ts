import { Hono } from 'hono';
import type { MessageKey } from '../../utils/i18n/messages';
import { translate } from '../../utils/i18n/translate';
import { codePage } from '../pages/code-page';
import { localeOf } from '../pages/locale-of';
import { loginPage } from '../pages/login-page';
import { page } from '../pages/page-layout';
import { seeOther } from '../pages/see-other';
import { sentencePage } from '../pages/sentence-page';
import { signedInPage } from '../pages/signed-in-page';
import { windowStatus } from '../pages/window-status';
import { withCookies } from '../pages/with-cookies';
import type { AuthHost } from './auth-host';
import { redirectOrigins } from './extension-origins';
import { isOwnForm, issueFormToken } from './form-guard';
import { type Auth, deactivatedCode } from './make-auth';
import { innerCall } from './own-request';
import { readForm } from './read-form';
import { countSignIn, forgetTries } from './sign-in-throttle';

/** `/login`: the page the OAuth server sends people to. Expects requests that went through `ownRequest`. */
export function loginRoutes(host: AuthHost, auth: Auth): Hono {
  const routes = new Hono();

  const show = async (
    request: Request,
    part: 'login' | 'code',
    fields: { oauthQuery: string; email?: string; problem?: MessageKey },
    status = 200,
    cookies: string[] = [],
  ) => {
    const locale = localeOf(request);
    const { token: formToken, setCookie } = issueFormToken(host.secret, request);
    const hub = await host.name();
    const form = { locale, hub, formToken, oauthQuery: fields.oauthQuery, email: fields.email ?? '', problem: fields.problem ?? null };
    const answer = await page({
      locale,
      title: translate(locale, part === 'login' ? 'pageSignInTitle' : 'pageCodeTitle', { hub }),
      body: part === 'login' ? loginPage(form) : codePage(form),
      status: windowStatus(fields.oauthQuery, status),
      formOrigins: redirectOrigins(host.redirectUris),
    });
    return withCookies(answer, setCookie ? [...cookies, setCookie] : cookies);
  };

  const refuse = (request: Request, problem: MessageKey, oauthQuery: string, status: number) => {
    const locale = localeOf(request);
    return page({
      locale,
      title: translate(locale, 'pageProblemTitle'),
      body: sentencePage(locale, translate(locale, problem)),
      status: windowStatus(oauthQuery, status),
    });
  };

  /** What the library said to a form of ours, as the next page: on to the extension, the second step, or the form again. */
  const follow = async (request: Request, answer: Response, again: { part: 'login' | 'code'; oauthQuery: string; email?: string }) => {
    const cookies = answer.headers.getSetCookie();
    const said: { url?: string; twoFactorRedirect?: boolean; error?: string; code?: string } = await answer.json();
    if (answer.status === 429) return show(request, again.part, { ...again, problem: 'pageTooMany' }, 429, cookies);
    if (said.error === 'invalid_signature') return refuse(request, 'pageStale', again.oauthQuery, 400);
    if (said.code === deactivatedCode) return refuse(request, 'refusal_deactivated', again.oauthQuery, 403);
    if (!answer.ok)
      return show(request, again.part, { ...again, problem: again.part === 'login' ? 'pageWrongPassword' : 'pageWrongCode' }, 401, cookies);
    if (said.twoFactorRedirect) return show(request, 'code', { oauthQuery: again.oauthQuery }, 200, cookies);
    if (said.url) return withCookies(seeOther(said.url), cookies);
    const locale = localeOf(request);
    return withCookies(await page({ locale, title: translate(locale, 'pageSignedInTitle'), body: signedInPage(locale, host.baseUrl) }), cookies);
  };

  routes.get('/login', (c) => show(c.req.raw, 'login', { oauthQuery: new URL(c.req.url).search.slice(1) }));

  routes.post('/login', async (c) => {
    const request = c.req.raw;
    const field = await readForm(request);
    if (!isOwnForm(host.secret, host.baseUrl, request, field('formToken'))) return refuse(request, 'pageForged', field('oauthQuery'), 403);
    const [email, password, oauthQuery] = [field('email').trim(), field('password'), field('oauthQuery')];
    if (!(await countSignIn(host.db, email))) return show(request, 'login', { oauthQuery, email, problem: 'pageTooMany' }, 429);
    const answer = await auth.handler(
      innerCall(request, '/auth/sign-in/email', { email, password, ...(oauthQuery ? { oauth_query: oauthQuery } : {}) }),
    );
    if (answer.ok) await forgetTries(host.db, email);
    return follow(request, answer, { part: 'login', oauthQuery, email });
  });

  routes.post('/login/code', async (c) => {
    const request = c.req.raw;
    const field = await readForm(request);
    if (!isOwnForm(host.secret, host.baseUrl, request, field('formToken'))) return refuse(request, 'pageForged', field('oauthQuery'), 403);
    const [code, oauthQuery] = [field('code').replaceAll(/\s/g, ''), field('oauthQuery')];
    const path = /^\d{6}$/.test(code) ? '/auth/two-factor/verify-totp' : '/auth/two-factor/verify-backup-code';
    const answer = await auth.handler(innerCall(request, path, { code, ...(oauthQuery ? { oauth_query: oauthQuery } : {}) }));
    return follow(request, answer, { part: 'code', oauthQuery });
  });

  /** Where the library sends a request it cannot answer to the extension: an unknown client, or a redirect URI that is not on the list. */
  routes.get('/login/problem', (c) => {
    const locale = localeOf(c.req.raw);
    const detail = (c.req.query('error') ?? '').replaceAll(/[^\w-]/g, '').slice(0, 60);
    const sentence = translate(locale, 'pageProblemClient', { detail });
    return page({ locale, title: translate(locale, 'pageProblemTitle'), body: sentencePage(locale, sentence) });
  });

  return routes;
}
