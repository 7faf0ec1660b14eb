import type { SamtaleDatabase } from '../../utils/store/database';
import { notApplied } from '../../utils/store/not-applied';
import { waitingChanges } from '../../utils/store/waiting-changes';

/** Everything of an account that the hub has not taken, as a file a person can keep and read (X13). */
export async function unsentFile(db: SamtaleDatabase, account: { origin: string; email: string }, now: Date): Promise<{ name: string; bytes: Blob }> {
  const [waiting, refused] = await Promise.all([waitingChanges(db), notApplied(db)]);
  const content = {
    samtale: 'unsent changes',
    hub: account.origin,
    account: account.email,
    savedAt: now.toISOString(),
    waiting,
    notApplied: refused,
  };
  return {
    name: `samtale-unsent-${now.toISOString().slice(0, 10)}.json`,
    bytes: new Blob([`${JSON.stringify(content, null, 2)}\n`], { type: 'application/json' }),
  };
}
