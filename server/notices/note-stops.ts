import { sql } from 'drizzle-orm';
import { v7 } from 'uuid';
import type { Write } from '../../domain/core/tx';
import type { Agent } from '../../domain/model/agent';
import { type Id, idOfSpace, workspaceSpace } from '../../domain/model/ids';
import { hasAccountAccess } from '../../domain/permission/has-account-access';
import type { Database } from '../db/database';
import { rowsOf } from '../db/rows-of';
import { noticeMails } from './notice-schema';

/** Keeps for every account owner that a channel has stopped, once a stop: the words of a later try change nothing about since when (CHN-4). */
export async function noteStops(db: Database, writes: readonly Write[], now: number): Promise<void> {
  for (const write of writes) {
    if (write.table !== 'stoppedChannels' || !write.after || write.before?.since === write.after.since) continue;
    const { id, inboxId, space } = write.after;
    const owners = (await agentsOf(db, idOfSpace(space))).filter((agent) => agent.active && hasAccountAccess(agent));
    if (owners.length === 0) continue;
    const rows = owners.map((agent) => ({
      agentId: agent.id,
      inboxId,
      channelId: id,
      notices: [],
      state: 'waiting' as const,
      at: now,
      notBefore: now,
    }));
    await db
      .insert(noticeMails)
      .values(rows.map((row) => ({ id: v7(), ...row })))
      .onConflictDoUpdate({
        target: [noticeMails.agentId, noticeMails.channelId],
        targetWhere: sql`state = 'waiting'`,
        set: { at: sql`excluded.at`, notBefore: sql`excluded.not_before` },
      });
  }
}

const agentsOf = async (db: Database, workspaceId: Id): Promise<Agent[]> =>
  (await rowsOf<{ doc: Agent }>(db, sql`select doc from agents where space = ${workspaceSpace(workspaceId)} and not deleted order by id`)).map(
    ({ doc }) => doc,
  );
