import { Hono } from 'hono';
import { openMessagePage } from '../pages/open-message-page';
import type { HttpHost } from './http-host';
import { pageLocale } from './page-locale';

/** `/m/<messageId>`: where links to a message lead a browser. The page is the same for every id, so it says nothing about any. */
export const messageRoute = (host: Pick<HttpHost, 'visitor' | 'sightings'>) =>
  new Hono().get('/m/:id', async (c) => openMessagePage(await pageLocale(host, c.req.raw)));
