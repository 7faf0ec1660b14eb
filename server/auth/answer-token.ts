import type { AuthHost } from './auth-host';
import { endSessionFamily } from './end-session-family';
import { findAgentOfUser, isDeactivated } from './find-agent-of-user';
import { findRefreshToken } from './find-refresh-token';
import type { Auth } from './make-auth';

/**
 * `POST /auth/oauth2/token`. The library answers; before a refresh it is asked whether the token may still be used at all: one that was
 * replaced over a minute ago ends its own sign-in (S7), and a deactivated agent gets nothing new but the reason.
 */
export async function answerToken(host: AuthHost, auth: Auth, request: Request): Promise<Response> {
  const body = await request.text();
  const form = new URLSearchParams(body);
  const token = form.get('grant_type') === 'refresh_token' ? form.get('refresh_token') : null;
  const row = token ? await findRefreshToken(host.db, token) : undefined;
  if (row) {
    if (await isDeactivated(host, row.userId)) {
      await endSessionFamily(host.db, row, 'keep-revoked');
      return Response.json({ error: 'invalid_grant', error_description: 'deactivated' }, { status: 400 });
    }
    const replayed = row.revoked !== null && !(row.rotationReplayExpiresAt && row.rotationReplayExpiresAt >= new Date());
    if (replayed || !(await findAgentOfUser(host, row.userId))) {
      await endSessionFamily(host.db, row);
      return Response.json({ error: 'invalid_grant', error_description: 'the session is over' }, { status: 400 });
    }
  }
  return auth.handler(new Request(request.url, { method: 'POST', headers: request.headers, body }));
}
