import { Hono } from 'hono';
import { landingPage } from '../pages/landing-page';
import { localeOf } from '../pages/locale-of';
import type { HttpHost } from './http-host';

/** `GET /`: what a person sees who opens the hub's address in a tab. */
export const landingRoute = (host: Pick<HttpHost, 'name' | 'baseUrl'>) =>
  new Hono().get('/', async (c) => landingPage(localeOf(c.req.raw), { name: await host.name(), baseUrl: host.baseUrl }));
