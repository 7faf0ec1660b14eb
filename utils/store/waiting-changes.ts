import type { Id } from '../../domain/model/ids';
import type { StoreTables } from './store-tables';

export interface WaitingChange {
  uuid: Id;
  name: string;
  args: unknown;
  /** ms, this device's clock. */
  claimedAt: number;
}

/**
 * What was done here and is not on the hub yet, oldest first, as its author counts it: a draft is one change however often it was saved, and
 * none of its own once a later act sends or discards it. How far they have read is nothing they did. All of it is pushed all the same.
 */
export async function waitingChanges(db: Pick<StoreTables, 'outbox'>): Promise<WaitingChange[]> {
  const entries = await db.outbox.where('[state+id]').between(['pending', 0], ['pending', Number.POSITIVE_INFINITY]).toArray();
  const newest = new Map(entries.map((entry) => [draftOf(entry.args), entry.uuid]));
  return entries
    .filter(({ uuid, name, args }) => name !== 'setReadMark' && (name !== 'saveDraft' || newest.get(draftOf(args)) === uuid))
    .map(({ uuid, name, args, claimedAt }) => ({ uuid, name, args, claimedAt }));
}

/** The draft an act saves, sends or discards. */
const draftOf = (args: unknown) => (args as { draftId?: Id | null }).draftId ?? undefined;
