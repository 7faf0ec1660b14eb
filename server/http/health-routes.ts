import { sql } from 'drizzle-orm';
import { Hono } from 'hono';
import type { HttpHost } from './http-host';

/** `/healthz`: the process lives. `/readyz`: it can serve, its database answers. */
export const healthRoutes = (host: Pick<HttpHost, 'db' | 'fault'>) =>
  new Hono()
    .get('/healthz', (c) => c.json({ ok: true }))
    .get('/readyz', async (c) => {
      try {
        await host.db.execute(sql`select 1`);
        return c.json({ ok: true });
      } catch (fault) {
        host.fault(fault);
        return c.json({ ok: false }, 503);
      }
    });
