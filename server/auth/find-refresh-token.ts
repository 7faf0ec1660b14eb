import { eq } from 'drizzle-orm';
import type { AuthHost } from './auth-host';
import { oauthRefreshToken } from './auth-schema';
import { hashToken } from './hash-token';

/** The row of a refresh token as a client holds it. */
export async function findRefreshToken(db: AuthHost['db'], token: string) {
  const [row] = await db
    .select()
    .from(oauthRefreshToken)
    .where(eq(oauthRefreshToken.token, hashToken(token)));
  return row;
}
