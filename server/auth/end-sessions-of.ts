import { eq } from 'drizzle-orm';
import type { AuthHost } from './auth-host';
import { authSession, oauthAccessToken, oauthRefreshToken } from './auth-schema';

/** Ends every sign-in of a person, on every device and in every browser, at once (S7): their next request is answered by 401. */
export async function endSessionsOf(db: AuthHost['db'], userId: string): Promise<void> {
  await db.delete(oauthAccessToken).where(eq(oauthAccessToken.userId, userId));
  await db.delete(oauthRefreshToken).where(eq(oauthRefreshToken.userId, userId));
  await db.delete(authSession).where(eq(authSession.userId, userId));
}
