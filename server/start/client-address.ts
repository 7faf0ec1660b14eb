import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';

/** Who is at the other end of the socket; behind a proxy the settings trust, whom that proxy names last (S12). */
export const clientAddress =
  (trustProxy: boolean) =>
  (c: Context): string => {
    const named = trustProxy ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined;
    return named || getConnInfo(c).remote.address || 'unknown';
  };
