import { eq } from 'drizzle-orm';
import type { Agent } from '../../domain/model/agent';
import type { AuthHost } from './auth-host';
import { authAgent } from './auth-schema';

/** The active agent this user is; nobody once the agent is gone or deactivated (S7). */
export async function findAgentOfUser(host: Pick<AuthHost, 'db' | 'people'>, userId: string): Promise<Agent | undefined> {
  const [bound] = await host.db.select().from(authAgent).where(eq(authAgent.userId, userId));
  const agent = bound && (await host.people.findAgent(bound.agentId));
  return agent?.active ? agent : undefined;
}
