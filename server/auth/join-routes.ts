import { Hono } from 'hono';
import type { Invitation } from '../../domain/model/invitation';
import type { MessageKey } from '../../utils/i18n/messages';
import { translate } from '../../utils/i18n/translate';
import { type Guest, joinPage, joinTitle } from '../pages/join-page';
import { localeOf } from '../pages/locale-of';
import { page } from '../pages/page-layout';
import { seeOther } from '../pages/see-other';
import { sentencePage } from '../pages/sentence-page';
import { signedInPage } from '../pages/signed-in-page';
import { windowStatus } from '../pages/window-status';
import { withCookies } from '../pages/with-cookies';
import { acceptAsFirst } from './accept-as-first';
import { acceptInvitation } from './accept-invitation';
import type { AuthHost } from './auth-host';
import { redirectOrigins } from './extension-origins';
import { findOpenInvitation } from './find-open-invitation';
import { isOwnForm, issueFormToken } from './form-guard';
import { hasPassword } from './has-password';
import { hasSignedIn } from './has-signed-in';
import type { Auth } from './make-auth';
import { readForm } from './read-form';

/** `/join/<token>`: looking at an invitation changes nothing, the button accepts it. Expects requests that went through `ownRequest`. */
export function joinRoutes(host: AuthHost, auth: Auth): Hono {
  const routes = new Hono();

  const refuse = (request: Request, problem: MessageKey, authorizeQuery: string, status: number) => {
    const locale = localeOf(request);
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
    const { name, email } = found.invitation;
    return show(c.req.raw, await guestOf(found.invitation), { authorizeQuery, name, email, problem: null }, 200);
  });

  routes.post('/join/:token', async (c) => {
    const request = c.req.raw;
    const field = await readForm(request);
    if (!isOwnForm(host.secret, host.baseUrl, request, field('formToken'))) return refuse(request, 'pageForged', field('authorizeQuery'), 403);
    const found = await findOpenInvitation(host, c.req.param('token'));
    if ('problem' in found) return refuse(request, found.problem, field('authorizeQuery'), found.status);

    const guest = await guestOf(found.invitation);
    const fields = { authorizeQuery: field('authorizeQuery'), name: field('name'), email: field('email'), team: field('team') };
    const said = { ...fields, password: field('password') };
    const accepted =
      guest.kind === 'first'
        ? await acceptAsFirst(host, found.invitation, { ...said, locale: localeOf(request) })
        : await acceptInvitation(host, found.invitation, said);
    if ('problem' in accepted) return show(request, guest, { ...fields, problem: accepted.problem }, 422);

    const session = await auth.api.signInInvited({ body: { userId: accepted.userId }, headers: request.headers, asResponse: true });
    const cookies = session.headers.getSetCookie();
    // The extension's own window opened the link: the library looks at this query as at any other request to authorize.
    if (new URLSearchParams(fields.authorizeQuery).has('client_id'))
      return withCookies(seeOther(new URL(`/auth/oauth2/authorize?${fields.authorizeQuery}`, host.baseUrl).href), cookies);
    const locale = localeOf(request);
    return withCookies(await page({ locale, title: translate(locale, 'pageSignedInTitle'), body: signedInPage(locale, host.baseUrl) }), cookies);
  });

  const show = async (
    request: Request,
    guest: Guest,
    fields: { authorizeQuery: string; name: string; email: string; team?: string; problem: MessageKey | null },
    status: number,
  ) => {
    const locale = localeOf(request);
    const { token: formToken, setCookie } = issueFormToken(host.secret, request);
    const hub = await host.name();
    const form = { locale, hub, formToken, guest, ...fields };
    return withCookies(
      await page({
        locale,
        title: joinTitle(form),
        body: joinPage(form),
        status: windowStatus(fields.authorizeQuery, status),
        formOrigins: redirectOrigins(host.redirectUris),
      }),
      setCookie ? [setCookie] : [],
    );
  };

  const guestOf = async ({ agentId }: Invitation): Promise<Guest> => {
    const agent = agentId === null ? undefined : await host.people.findAgent(agentId);
    if (agentId === null) return { kind: 'new' };
    const { name, email } = agent ?? { name: '', email: '' };
    if ((await host.people.isAlone(agentId)) && !(await hasSignedIn(host.db, agentId))) return { kind: 'first', name, email };
    return { kind: 'known', name, email, hasPassword: await hasPassword(host.db, agentId) };
  };

  return routes;
}
