import { APIError } from 'better-auth/api';
import type { AuthHost } from './auth-host';
import { findAgentOfUser } from './find-agent-of-user';

/** Goes along with the tokens, so that a device knows whose account it holds before it asks anything else (K16). */
export async function whoSignedIn(host: Pick<AuthHost, 'db' | 'people'>, userId: string | undefined) {
  const agent = userId ? await findAgentOfUser(host, userId) : undefined;
  if (!agent) throw new APIError('BAD_REQUEST', { error: 'access_denied', error_description: 'this account has no active agent' });
  return { samtale_agent: { id: agent.id, name: agent.name, email: agent.email } };
}
