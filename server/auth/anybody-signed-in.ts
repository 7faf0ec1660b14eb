import type { AuthHost } from './auth-host';
import { authAgent } from './auth-schema';

/** Whether anybody was ever here: a user is made at the first sign-in. */
export async function anybodySignedIn(db: AuthHost['db']): Promise<boolean> {
  const found = await db.select({ userId: authAgent.userId }).from(authAgent).limit(1);
  return found.length > 0;
}
