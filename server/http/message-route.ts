import { Hono } from 'hono';
import { localeOfHeader } from '../../utils/i18n/locale-of-header';
import { openMessagePage } from '../pages/open-message-page';

/** `/m/<messageId>`: where links to a message lead a browser. The page is the same for every id, so it says nothing about any. */
export const messageRoute = () => new Hono().get('/m/:id', (c) => openMessagePage(localeOfHeader(c.req.header('accept-language') ?? '')));
