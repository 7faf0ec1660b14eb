import { sql } from 'drizzle-orm';
import { Hono } from 'hono';
import { v7 } from 'uuid';
import * as z from 'zod/mini';
import { BufferedTx } from '../../domain/core/buffered-tx';
import { Id } from '../../domain/model/ids';
import { type Invitation, OpenInvitation } from '../../domain/model/invitation';
import { mayInvite } from '../../domain/permission/may-invite';
import { rowsOf } from '../db/rows-of';
import { actAsAgent } from '../sync/act-as-agent';
import type { HttpHost } from './http-host';
import { hubProblem } from './hub-problem';
import { readJson } from './read-json';
import { type AgentVariables, requireAgent } from './require-agent';

const Withdrawn = z.object({ invitationId: Id });
const most = 200;

/**
 * `GET /invitations`: those that may still be used and that this agent may withdraw, newest first. `POST /invitations/withdraw`.
 * Invitations are the hub's alone (X27): a link may be used at any moment, so nothing of them is kept on devices.
 */
export const invitationRoutes = (host: HttpHost) =>
  new Hono<AgentVariables>()
    .get('/invitations', requireAgent(host), async (c) => {
      const agentId = c.get('agentId');
      const spaces = await host.store.snapshot((snapshot) => snapshot.spacesOf(agentId));
      const all = await openIn(host, spaces);
      const open = await host.store.transaction(spaces, async ({ reader }) => {
        const { tx } = new BufferedTx(reader);
        const mine = [];
        for (const invitation of all) {
          if (await mayInvite({ kind: 'agent', agentId }, invitation, tx)) continue;
          // The inboxes one is in oneself: others are none of one's business (INB-6).
          mine.push(OpenInvitation.parse({ ...invitation, inboxIds: invitation.inboxIds.filter((id) => spaces.includes(`inbox:${id}`)) }));
        }
        return mine;
      });
      return c.json({ invitations: open });
    })
    .post('/invitations/withdraw', requireAgent(host), async (c) => {
      const { invitationId } = await readJson(c, Withdrawn, 4 << 10);
      const refused = await actAsAgent(host, c.get('agentId'), { name: 'revokeInvitation', args: { invitationId }, uuid: v7() });
      // Used or gone meanwhile: it opens nothing any more, which is what was asked for.
      if (refused?.refused === 'not-allowed') return hubProblem(c, 403, 'not-allowed', 'only with account access');
      return c.json({ withdrawn: refused === undefined });
    });

const openIn = async (host: Pick<HttpHost, 'db' | 'now'>, spaces: readonly string[]): Promise<Invitation[]> => {
  if (spaces.length === 0) return [];
  const rows = await rowsOf<{ doc: Invitation }>(
    host.db,
    sql`select doc from invitations where space in ${[...spaces]} and doc->>'usedAt' is null and (doc->>'expiresAt')::bigint > ${host.now()}
        order by id desc limit ${most}`,
  );
  return rows.map(({ doc }) => doc);
};
