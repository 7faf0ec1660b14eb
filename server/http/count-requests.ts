import type { MiddlewareHandler } from 'hono';
import { matchedRoutes } from 'hono/route';
import type { HttpHost } from './http-host';

/** Counts every request under the pattern of its route: what stands in its path is somebody's. */
export const countRequests =
  ({ metrics }: Pick<HttpHost, 'metrics'>): MiddlewareHandler =>
  async (c, next) => {
    const begun = performance.now();
    await next();
    const route = matchedRoutes(c).findLast(({ path }) => path !== '/*' && path !== '*')?.path ?? 'none';
    metrics.answered({ method: c.req.method, route, status: c.res.status }, (performance.now() - begun) / 1000);
  };
