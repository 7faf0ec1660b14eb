import { sql } from 'drizzle-orm';
import { Hono } from 'hono';
import * as z from 'zod/mini';
import { Id } from '../../domain/model/ids';
import { rowsOf } from '../db/rows-of';
import type { HttpHost } from './http-host';
import { readJson } from './read-json';
import { type AgentVariables, requireAgent } from './require-agent';

const Request = z.object({ messageIds: z.array(Id).check(z.minLength(1), z.maxLength(100)) });

/** `POST /bodies`: the HTML of messages the agent may see, as it was received. Others are left out, like those that have none. */
export const bodyRoutes = (host: HttpHost) =>
  new Hono<AgentVariables>().post('/bodies', requireAgent(host), async (c) => {
    const { messageIds } = await readJson(c, Request, 64 << 10);
    const spaces = await host.store.snapshot((snapshot) => snapshot.spacesOf(c.get('agentId')));
    const rows =
      spaces.length === 0
        ? []
        : await rowsOf<{ id: Id; html: string }>(
            host.db,
            sql`select bodies.id, bodies.doc->>'html' as html from bodies join messages on messages.id = bodies.id
                where bodies.id in ${messageIds} and not messages.deleted and messages.space in ${spaces}`,
          );
    return c.json({ bodies: Object.fromEntries(rows.map((row) => [row.id, row.html])) });
  });
