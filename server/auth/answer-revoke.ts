import { eq } from 'drizzle-orm';
import type { AuthHost } from './auth-host';
import { authSession } from './auth-schema';
import { endSessionFamily } from './end-session-family';
import { findRefreshToken } from './find-refresh-token';

/**
 * `POST /auth/oauth2/revoke` (RFC 7009): whoever holds the refresh token ends that sign-in, access tokens
 * included, and the browser's session it came from: the next person at this browser must not get in by pressing Connect. An unknown
 * token is done already.
 */
export async function answerRevoke(host: Pick<AuthHost, 'db'>, request: Request): Promise<Response> {
  const token = new URLSearchParams(await request.text()).get('token');
  const row = token ? await findRefreshToken(host.db, token) : undefined;
  if (row) {
    await endSessionFamily(host.db, row);
    if (row.sessionId) await host.db.delete(authSession).where(eq(authSession.id, row.sessionId));
  }
  return Response.json({});
}
