import { Hono } from 'hono';
import type { Id } from '../../domain/model/ids';
import { localeOfHeader } from '../../utils/i18n/locale-of-header';
import type { MessageKey } from '../../utils/i18n/messages';
import { translate } from '../../utils/i18n/translate';
import { joinPage } from '../pages/join-page';
import { page } from '../pages/page-layout';
import { seeOther } from '../pages/see-other';
import { sentencePage } from '../pages/sentence-page';
import { signedInPage } from '../pages/signed-in-page';
import { windowStatus } from '../pages/window-status';
import { withCookies } from '../pages/with-cookies';
import { acceptInvitation } from './accept-invitation';
import type { AuthHost } from './auth-host';
import { redirectOrigins } from './extension-origins';
import { findOpenInvitation } from './find-open-invitation';
import { isOwnForm, issueFormToken } from './form-guard';
import { hasPassword } from './has-password';
import type { Auth } from './make-auth';
import { readForm } from './read-form';

/** `/join/<token>`: looking at an invitation changes nothing, the button accepts it. Expects requests that went through `ownRequest`. */
export function joinRoutes(host: AuthHost, auth: Auth): Hono {
  const routes = new Hono();

  const refuse = (request: Request, problem: MessageKey, authorizeQuery: string, status: number) => {
    const locale = localeOfHeader(request.headers.get('accept-language'));
    return page({
      locale,
      title: translate(locale, 'pageProblemTitle'),
      body: sentencePage(locale, translate(locale, problem)),
      status: windowStatus(authorizeQuery, status),
    });
  };

  routes.get('/join/:token', async (c) => {
    const found = await findOpenInvitation(host, c.req.param('token'));
    const authorizeQuery = new URL(c.req.url).search.slice(1);
    if ('problem' in found) return refuse(c.req.raw, found.problem, authorizeQuery, found.status);
    const { agentId, name, email } = found.invitation;
    return show(c.req.raw, agentId, { authorizeQuery, name, email, problem: null }, 200);
  });

  routes.post('/join/:token', async (c) => {
    const request = c.req.raw;
    const field = await readForm(request);
    if (!isOwnForm(host.secret, host.baseUrl, request, field('formToken'))) return refuse(request, 'pageForged', field('authorizeQuery'), 403);
    const found = await findOpenInvitation(host, c.req.param('token'));
    if ('problem' in found) return refuse(request, found.problem, field('authorizeQuery'), found.status);

    const fields = { authorizeQuery: field('authorizeQuery'), name: field('name'), email: field('email') };
    const accepted = await acceptInvitation(host, found.invitation, { ...fields, password: field('password') });
    if ('problem' in accepted) return show(request, found.invitation.agentId, { ...fields, problem: accepted.problem }, 422);

    const session = await auth.api.signInInvited({ body: { userId: accepted.userId }, headers: request.headers, asResponse: true });
    const cookies = session.headers.getSetCookie();
    // The extension's own window opened the link: the library looks at this query as at any other request to authorize.
    if (new URLSearchParams(fields.authorizeQuery).has('client_id'))
      return withCookies(seeOther(new URL(`/auth/oauth2/authorize?${fields.authorizeQuery}`, host.baseUrl).href), cookies);
    const locale = localeOfHeader(request.headers.get('accept-language'));
    return withCookies(await page({ locale, title: translate(locale, 'pageSignedInTitle'), body: signedInPage(locale, host.baseUrl) }), cookies);
  });

  const show = async (
    request: Request,
    agentId: Id | null,
    fields: { authorizeQuery: string; name: string; email: string; problem: MessageKey | null },
    status: number,
  ) => {
    const locale = localeOfHeader(request.headers.get('accept-language'));
    const agent = agentId === null ? null : await accountOf(agentId);
    const { token: formToken, setCookie } = issueFormToken(host.secret, request);
    const title = translate(locale, agent === null ? 'pageJoinTitle' : 'pageJoinAsTitle', { hub: host.name, name: agent?.name ?? '' });
    const body = joinPage({ locale, hub: host.name, formToken, agent, ...fields });
    return withCookies(
      await page({ locale, title, body, status: windowStatus(fields.authorizeQuery, status), formOrigins: redirectOrigins(host.redirectUris) }),
      setCookie ? [setCookie] : [],
    );
  };

  const accountOf = async (agentId: Id) => {
    const agent = await host.people.findAgent(agentId);
    return { name: agent?.name ?? '', email: agent?.email ?? '', hasPassword: await hasPassword(host.db, agentId) };
  };

  return routes;
}
