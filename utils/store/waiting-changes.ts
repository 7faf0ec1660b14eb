import type { Id } from '../../domain/model/ids';
import type { StoreTables } from './store-tables';

export interface WaitingChange {
  uuid: Id;
  name: string;
  args: unknown;
  /** ms, this device's clock. */
  claimedAt: number;
}

/** What was done here and is not on the hub yet, oldest first. */
export async function waitingChanges(db: Pick<StoreTables, 'outbox'>): Promise<WaitingChange[]> {
  const entries = await db.outbox.where('[state+id]').between(['pending', 0], ['pending', Number.POSITIVE_INFINITY]).toArray();
  return entries.map(({ uuid, name, args, claimedAt }) => ({ uuid, name, args, claimedAt }));
}
