import { createHash, timingSafeEqual } from 'node:crypto';
import { Hono } from 'hono';
import type { HttpHost } from './http-host';
import { hubProblem } from './hub-problem';

/** `GET /metrics`, only where a token was set for it, and only with that token. */
export function metricsRoutes({ metrics, metricsToken }: Pick<HttpHost, 'metrics' | 'metricsToken'>) {
  const routes = new Hono();
  if (metricsToken === undefined) return routes;
  const wanted = digestOf(`Bearer ${metricsToken}`);
  return routes.get('/metrics', async (c) => {
    if (!timingSafeEqual(wanted, digestOf(c.req.header('authorization') ?? '')))
      return hubProblem(c, 401, 'signed-out', 'the token for metrics, please');
    return c.body(await metrics.registry.metrics(), 200, { 'content-type': metrics.registry.contentType });
  });
}

/** Of one length whatever was sent. */
const digestOf = (text: string) => createHash('sha256').update(text).digest();
