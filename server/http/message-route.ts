import { Hono } from 'hono';
import { localeOf } from '../pages/locale-of';
import { openMessagePage } from '../pages/open-message-page';

/** `/m/<messageId>`: where links to a message lead a browser. The page is the same for every id, so it says nothing about any. */
export const messageRoute = () => new Hono().get('/m/:id', (c) => openMessagePage(localeOf(c.req.raw)));
