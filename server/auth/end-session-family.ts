import { eq, or } from 'drizzle-orm';
import type { AuthHost } from './auth-host';
import { oauthAccessToken, oauthRefreshToken } from './auth-schema';

/**
 * Ends one sign-in of one device: every token that came from the same authorization code. The library would end all devices of the
 * person with it, and a laptop that slept through a refresh would then sign the phone out.
 */
export async function endSessionFamily(
  db: AuthHost['db'],
  token: { id: string; authorizationCodeId: string | null },
  refresh: 'delete' | 'keep-revoked' = 'delete',
): Promise<void> {
  const family = token.authorizationCodeId;
  await db.delete(oauthAccessToken).where(family ? eq(oauthAccessToken.authorizationCodeId, family) : eq(oauthAccessToken.refreshId, token.id));
  const own = or(eq(oauthRefreshToken.id, token.id), ...(family ? [eq(oauthRefreshToken.authorizationCodeId, family)] : []));
  if (refresh === 'delete') await db.delete(oauthRefreshToken).where(own);
  else await db.update(oauthRefreshToken).set({ revoked: new Date(), rotationReplayExpiresAt: null }).where(own);
}
