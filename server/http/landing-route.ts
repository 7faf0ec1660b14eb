import { Hono } from 'hono';
import { landingPage } from '../pages/landing-page';
import type { HttpHost } from './http-host';
import { pageLocale } from './page-locale';

/** `GET /`: what a person sees who opens the hub's address in a tab. */
export const landingRoute = (host: Pick<HttpHost, 'name' | 'baseUrl' | 'visitor' | 'sightings'>) =>
  new Hono().get('/', async (c) => landingPage(await pageLocale(host, c.req.raw), { name: await host.name(), baseUrl: host.baseUrl }));
