import { and, eq, isNotNull } from 'drizzle-orm';
import type { Id } from '../../domain/model/ids';
import type { AuthHost } from './auth-host';
import { authAccount, authAgent } from './auth-schema';

/** Whether this agent can sign in without a link. */
export async function hasPassword(db: AuthHost['db'], agentId: Id): Promise<boolean> {
  const found = await db
    .select({ id: authAccount.id })
    .from(authAccount)
    .innerJoin(authAgent, eq(authAgent.userId, authAccount.userId))
    .where(and(eq(authAgent.agentId, agentId), eq(authAccount.providerId, 'credential'), isNotNull(authAccount.password)));
  return found.length > 0;
}
