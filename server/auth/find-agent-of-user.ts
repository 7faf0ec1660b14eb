import { eq } from 'drizzle-orm';
import type { Agent } from '../../domain/model/agent';
import type { AuthHost } from './auth-host';
import { authAgent } from './auth-schema';

type Host = Pick<AuthHost, 'db' | 'people'>;

async function anyAgentOfUser(host: Host, userId: string): Promise<Agent | undefined> {
  const [bound] = await host.db.select().from(authAgent).where(eq(authAgent.userId, userId));
  return bound && host.people.findAgent(bound.agentId);
}

/** The active agent this user is; nobody once the agent is gone or deactivated (S7). */
export async function findAgentOfUser(host: Host, userId: string): Promise<Agent | undefined> {
  const agent = await anyAgentOfUser(host, userId);
  return agent?.active ? agent : undefined;
}

/** Whether a super administrator has deactivated them: who proves to be them is told so. */
export const isDeactivated = async (host: Host, userId: string): Promise<boolean> => (await anyAgentOfUser(host, userId))?.active === false;
