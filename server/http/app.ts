import { type Context, Hono } from 'hono';
import { cors } from 'hono/cors';
import { isExtensionOrigin } from '../auth/extension-origins';
import { nothingHerePage } from '../pages/nothing-here-page';
import { StoreUnavailable } from '../sync/store-unavailable';
import { BadRequest } from './bad-request';
import { bodyRoutes } from './body-routes';
import { countRequests } from './count-requests';
import { fileRoutes } from './file-routes';
import { healthRoutes } from './health-routes';
import { hostedAddressRoutes } from './hosted-address-routes';
import type { HttpHost } from './http-host';
import { hubInfoRoute } from './hub-info-route';
import { hubProblem } from './hub-problem';
import { imageRoutes } from './image-routes';
import { invitationRoutes } from './invitation-routes';
import { isLoopback } from './is-loopback';
import { landingRoute } from './landing-route';
import { mailClientRoutes } from './mail-client-routes';
import { mailSignInRoutes } from './mail-sign-in-routes';
import { mailboxRoutes } from './mailbox-routes';
import { mailboxSetupRoutes } from './mailbox-setup-routes';
import { messageRoute } from './message-route';
import { metricsRoutes } from './metrics-routes';
import { moveRoutes } from './move-routes';
import { noticeRoutes } from './notice-routes';
import { pageLocale } from './page-locale';
import { socketRoute } from './socket-route';
import { syncRoutes } from './sync-routes';

/** Pages a hub has while Samtale is developed, and none other: `npm start` brings them along, the hub itself does not know them. */
export type DevelopmentRoutes = (host: HttpHost) => Hono;

/** Everything the hub answers over HTTP. */
export function createApp(host: HttpHost, development?: DevelopmentRoutes): Hono {
  const app = new Hono();
  app.onError((fault, c) => {
    if (fault instanceof BadRequest) return hubProblem(c, fault.status, fault.error, fault.message);
    if (fault instanceof StoreUnavailable) return hubProblem(c, 503, 'unavailable', 'the database does not answer, try again');
    // The line went dead in the middle of a request: nobody's fault here, and nobody hears the answer.
    if (c.req.raw.signal.aborted) return hubProblem(c, 400, 'cut-short', 'the request ended before its end');
    host.fault(fault);
    return hubProblem(c, 500, 'fault', 'the hub met a fault; its log has it');
  });
  app.notFound(async (c) => (wantsPage(c) ? nothingHerePage(await pageLocale(host, c.req.raw)) : hubProblem(c, 404, 'not-found', 'no such address')));

  app.use(countRequests(host));
  app.use(async (c, next) => {
    if (!isOurs(host.baseUrl, c.req.header('host'))) return hubProblem(c, 421, 'other-host', `this hub is ${host.baseUrl}`);
    await next();
    // Pages bring stricter words of their own.
    for (const [name, value] of Object.entries(securityHeaders)) if (!c.res.headers.has(name)) c.res.headers.set(name, value);
    return undefined;
  });
  const extensionOnly = cors({
    origin: (origin) => (isExtensionOrigin(origin, host.redirectUris) ? origin : null),
    allowMethods: ['GET', 'POST', 'PUT'],
    allowHeaders: ['authorization', 'content-type'],
    maxAge: 600,
  });
  const ours = [
    '/hub',
    '/sync/*',
    '/bodies',
    '/files/*',
    '/messages/*',
    '/images',
    '/invitations',
    '/invitations/*',
    '/mailboxes',
    '/mailboxes/*',
    '/hosted',
    '/hosted/*',
    '/moves/*',
    '/notices',
    '/notices/*',
    '/mail-clients',
    '/mail-clients/*',
    '/mail-sign-ins',
    '/mail-sign-ins/*',
  ];
  for (const path of ours) app.use(path, extensionOnly);

  app.route('/', landingRoute(host));
  app.route('/', healthRoutes(host));
  app.route('/', metricsRoutes(host));
  app.route('/', hubInfoRoute(host));
  app.route('/', socketRoute(host));
  app.route('/', syncRoutes(host));
  app.route('/', bodyRoutes(host));
  app.route('/', fileRoutes(host));
  app.route('/', imageRoutes(host));
  app.route('/', invitationRoutes(host));
  app.route('/', messageRoute(host));
  app.route('/', mailboxSetupRoutes(host));
  app.route('/', hostedAddressRoutes(host));
  app.route('/', moveRoutes(host));
  app.route('/', noticeRoutes(host));
  app.route('/', mailClientRoutes(host));
  app.route('/', mailSignInRoutes(host));
  // Nobody signs in to read it, so nobody elsewhere may.
  const onThisMachine = isLoopback(new URL(host.baseUrl).hostname);
  if (host.mailbox && onThisMachine) app.route('/', mailboxRoutes(host, host.mailbox));
  if (development && onThisMachine) app.route('/', development(host));
  app.route('/', host.authRoutes);
  return app;
}

/** A browser that goes somewhere, and no program that asks for data. */
const wantsPage = (c: Context) => (c.req.header('accept') ?? '').includes('text/html');

const securityHeaders = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
  'x-frame-options': 'DENY',
};

/** A hub on loopback answers to loopback names alone: a web page that lets its own name point here reads nothing. */
function isOurs(baseUrl: string, hostHeader: string | undefined): boolean {
  if (!isLoopback(new URL(baseUrl).hostname)) return true;
  const name = /^(\[[^\]]*\]|[^:]*)(:\d+)?$/.exec(hostHeader ?? '')?.[1];
  return name !== undefined && isLoopback(name);
}
