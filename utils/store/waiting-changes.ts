import type { Id } from '../../domain/model/ids';
import type { StoreTables } from './store-tables';

export interface WaitingChange {
  uuid: Id;
  name: string;
  args: unknown;
  /** ms, this device's clock. */
  claimedAt: number;
  /** The change it takes back, which waits as well. */
  takesBack?: Pick<WaitingChange, 'name' | 'args'>;
}

/**
 * What was done here and is not on the hub yet, oldest first, as its author counts it: a draft is one change however often it was saved, and
 * none of its own once a later act sends or discards it; what is taken back is one with the act that does. How far they have read is nothing they
 * did. All of it is pushed all the same.
 */
export async function waitingChanges(db: Pick<StoreTables, 'outbox'>): Promise<WaitingChange[]> {
  const entries = await db.outbox.where('[state+id]').between(['pending', 0], ['pending', Number.POSITIVE_INFINITY]).toArray();
  const newest = new Map(entries.map((entry) => [draftOf(entry.args), entry.uuid]));
  const takenBack = new Set(entries.map(actTakenBack));
  return entries
    .filter(({ uuid, name, args }) => name !== 'setReadMark' && !takenBack.has(uuid) && (name !== 'saveDraft' || newest.get(draftOf(args)) === uuid))
    .map((entry) => {
      const { uuid, name, args, claimedAt } = entry;
      const taken = entries.find((other) => other.uuid === actTakenBack(entry));
      return { uuid, name, args, claimedAt, ...(taken && { takesBack: { name: taken.name, args: taken.args } }) };
    });
}

/** The draft an act saves, sends or discards. */
const draftOf = (args: unknown) => (args as { draftId?: Id | null }).draftId ?? undefined;

/** The act it takes back, if that is what it does: `undo`, `cancelSend`, `takeBackComment`. */
const actTakenBack = ({ args }: { args: unknown }) => (args as { actId?: Id }).actId;
