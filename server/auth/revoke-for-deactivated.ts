import { sql } from 'drizzle-orm';
import type { Write } from '../../domain/core/tx';
import type { AuthHost } from './auth-host';

/**
 * Ends every sign-in of the agents these writes deactivate, in the same transaction (S7): nothing that was signed in before opens anything again, not
 * even once they are activated. Refresh tokens are kept, revoked, so that a device that asks with one can be told why.
 */
export async function revokeForDeactivated(db: AuthHost['db'], writes: readonly Write[]): Promise<void> {
  const gone = writes.flatMap((write) => (write.table === 'agents' && write.before?.active && write.after?.active === false ? [write.id] : []));
  if (gone.length === 0) return;
  const users = sql`select user_id from auth_agent where agent_id in ${gone}`;
  await db.execute(sql`delete from oauth_access_token where user_id in (${users})`);
  await db.execute(sql`update oauth_refresh_token set revoked = now(), rotation_replay_expires_at = null where user_id in (${users})`);
  await db.execute(sql`delete from auth_session where user_id in (${users})`);
}
