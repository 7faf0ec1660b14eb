import { and, eq } from 'drizzle-orm';
import type { AuthHost } from './auth-host';
import { authAccount } from './auth-schema';
import { endSessionsOf } from './end-sessions-of';
import { hashPassword } from './hash-password';

/**
 * Gives a person a new password, and ends all their sign-ins in the same transaction (S6, S7): whoever knew the old one, or sits at a
 * device that was lost, is out.
 */
export async function setPassword(host: Pick<AuthHost, 'db' | 'people'>, userId: string, password: string): Promise<void> {
  const hash = await hashPassword(password);
  const updatedAt = new Date();
  await host.db.transaction(async (tx) => {
    const changed = await tx
      .update(authAccount)
      .set({ password: hash, updatedAt })
      .where(and(eq(authAccount.userId, userId), eq(authAccount.providerId, 'credential')))
      .returning({ id: authAccount.id });
    const account = { id: host.people.newId(), accountId: userId, providerId: 'credential', userId, createdAt: updatedAt, updatedAt };
    if (changed.length === 0) await tx.insert(authAccount).values({ ...account, password: hash });
    await endSessionsOf(tx, userId);
  });
}
