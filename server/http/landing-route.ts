import { Hono } from 'hono';
import { localeOfHeader } from '../../utils/i18n/locale-of-header';
import { landingPage } from '../pages/landing-page';
import type { HttpHost } from './http-host';

/** `GET /`: what a person sees who opens the hub's address in a tab. */
export const landingRoute = (host: Pick<HttpHost, 'name' | 'baseUrl'>) =>
  new Hono().get('/', async (c) => landingPage(localeOfHeader(c.req.header('accept-language')), { name: await host.name(), baseUrl: host.baseUrl }));
