import { Hono } from 'hono';
import type { LocalMailbox } from '../mailbox/local-mailbox';
import { mailboxMailPage, mailboxPage } from '../pages/mailbox-page';
import type { HttpHost } from './http-host';
import { hubProblem } from './hub-problem';
import { pageLocale } from './page-locale';

const shown = 200;

/** `/mailbox`: what left the hub while no mail server is set. Text and the raw mail, nothing that could act. */
export const mailboxRoutes = (host: Pick<HttpHost, 'visitor' | 'sightings'>, mailbox: LocalMailbox) =>
  new Hono()
    .get('/mailbox', async (c) => mailboxPage(await pageLocale(host, c.req.raw), await mailbox.list(shown)))
    .get('/mailbox/:file{.+\\.eml}', async (c) => {
      const id = c.req.param('file').slice(0, -'.eml'.length);
      const raw = await mailbox.raw(id);
      if (!raw) return hubProblem(c, 404, 'not-found', 'no such mail');
      return c.body(raw, 200, {
        'content-type': 'message/rfc822',
        'content-disposition': `attachment; filename="${id}.eml"`,
        'content-security-policy': "default-src 'none'; sandbox",
      });
    })
    .get('/mailbox/:id', async (c) => {
      const mail = await mailbox.find(c.req.param('id'));
      return mail ? mailboxMailPage(await pageLocale(host, c.req.raw), mail) : hubProblem(c, 404, 'not-found', 'no such mail');
    });
