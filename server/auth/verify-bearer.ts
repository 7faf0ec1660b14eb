import { and, eq, gt, isNull } from 'drizzle-orm';
import { type Id, idOfSpace } from '../../domain/model/ids';
import type { AuthHost } from './auth-host';
import { oauthAccessToken } from './auth-schema';
import { findAgentOfUser } from './find-agent-of-user';
import { hashToken } from './hash-token';

/** Who sends a request. `sessionId` names one sign-in of one device, the same through all its refreshes. */
export interface Bearer {
  agentId: Id;
  workspaceId: Id;
  sessionId: string;
}
export type VerifyBearer = (authorization: string | null | undefined) => Promise<Bearer | undefined>;

/**
 * Tells who is behind an `Authorization: Bearer …` header, or nobody. Looked up every time, so a revoked token or a deactivated agent is
 * out with the next request (S7). Access tokens live ten minutes; the proof of the device's key is asked when they are renewed.
 */
export const makeVerifyBearer =
  (host: Pick<AuthHost, 'db' | 'people'>): VerifyBearer =>
  async (authorization) => {
    const token = /^Bearer ([A-Za-z]{32})$/.exec(authorization ?? '')?.[1];
    if (!token) return undefined;
    const [row] = await host.db
      .select()
      .from(oauthAccessToken)
      .where(and(eq(oauthAccessToken.token, hashToken(token)), isNull(oauthAccessToken.revoked), gt(oauthAccessToken.expiresAt, new Date())));
    if (!row?.userId || !row.scopes.includes('inbox')) return undefined;
    const agent = await findAgentOfUser(host, row.userId);
    return agent && { agentId: agent.id, workspaceId: idOfSpace(agent.space), sessionId: row.authorizationCodeId ?? row.id };
  };
