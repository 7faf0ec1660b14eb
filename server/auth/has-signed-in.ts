import { eq } from 'drizzle-orm';
import type { Id } from '../../domain/model/ids';
import type { AuthHost } from './auth-host';
import { authAgent } from './auth-schema';

/** Whether this agent was ever here: a user is made at the first sign-in. */
export async function hasSignedIn(db: AuthHost['db'], agentId: Id): Promise<boolean> {
  const found = await db.select({ userId: authAgent.userId }).from(authAgent).where(eq(authAgent.agentId, agentId));
  return found.length > 0;
}
