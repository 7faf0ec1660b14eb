import type { Id } from '../../domain/model/ids';
import type { ArgsOf } from '../../domain/mutations';
import type { ActOnSome } from './back-of-many';
import type { StoreTables } from './store-tables';

export interface WaitingChange {
  uuid: Id;
  name: string;
  args: unknown;
  /** ms, this device's clock. */
  claimedAt: number;
  /** The change it takes back, which waits as well. */
  takesBack?: Pick<WaitingChange, 'name' | 'args'>;
  /** An act on many: those it was cut into, as far as they wait. */
  many?: ActOnSome[];
}

/**
 * What was done here and is not on the hub yet, oldest first, as its author counts it: a draft is one change however often it was saved, and
 * none of its own once a later act sends or discards it; what is taken back is one with the act that does; an act on thousands is one, however many
 * it was cut into. How far they have read is nothing they did. All of it is pushed all the same.
 */
export async function waitingChanges(db: Pick<StoreTables, 'outbox'>): Promise<WaitingChange[]> {
  const entries = await db.outbox.where('[state+id]').between(['pending', 0], ['pending', Number.POSITIVE_INFINITY]).toArray();
  const newest = new Map(entries.map((entry) => [draftOf(entry.args), entry.uuid]));
  const byUuid = new Map(entries.map((entry) => [entry.uuid, entry]));
  const takenBack = new Set(entries.map(actTakenBack));
  const counted = entries.filter(
    ({ uuid, name, args }) => name !== 'setReadMark' && !takenBack.has(uuid) && (name !== 'saveDraft' || newest.get(draftOf(args)) === uuid),
  );
  const changes = new Map<string, typeof entries>();
  for (const entry of counted) {
    const key = runOf(entry.args) ?? entry.uuid;
    changes.set(key, [...(changes.get(key) ?? []), entry]);
  }
  return [...changes.values()].flatMap((parts) => {
    const [first] = parts;
    if (!first) return [];
    const taken = parts.flatMap((entry) => byUuid.get(actTakenBack(entry) ?? '') ?? []);
    const { uuid, name, claimedAt } = first;
    return {
      uuid,
      name,
      args: together(parts),
      claimedAt,
      ...(taken[0] && { takesBack: { name: taken[0].name, args: together(taken) } }),
      ...(name === 'actOnMany' && { many: parts.map((part) => ({ actId: part.uuid, ids: idsOf(part) })) }),
    };
  });
}

type WithArgs = Pick<WaitingChange, 'args'>;
const idsOf = ({ args }: WithArgs) => (args as ArgsOf<'actOnMany'>).ids;

/** The arguments of one, or of all a run was cut into. */
const together = (parts: readonly WithArgs[]) => (parts.length > 1 ? { ...(parts[0]?.args as object), ids: parts.flatMap(idsOf) } : parts[0]?.args);

const runOf = (args: unknown) => (args as { run?: Id }).run;

/** The draft an act saves, sends or discards. */
const draftOf = (args: unknown) => (args as { draftId?: Id | null }).draftId ?? undefined;

/** The act it takes back, if that is what it does: `undo`, `cancelSend`, `takeBackComment`. */
const actTakenBack = ({ args }: { args: unknown }) => (args as { actId?: Id }).actId;
