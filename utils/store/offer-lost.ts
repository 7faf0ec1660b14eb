import { refuse } from '../../domain/core/refusal';
import type { Id } from '../../domain/model/ids';
import { filesNamedIn } from './files-named-in';
import type { StoreTables } from './store-tables';
import type { ConfirmedEntry } from './stored-rows';

/**
 * Acts the hub had confirmed and lost by a restore: they go to *Not applied*, in the order they were done, where their author does them
 * again or lets them go (K12). Their files may be gone with them, so those here are not let go before.
 */
export async function offerLost(tables: StoreTables, uuids: readonly Id[], now: number): Promise<void> {
  const found = (await tables.confirmed.bulkGet([...uuids])).filter((entry) => entry !== undefined);
  // How far somebody had read is nothing to do again: they will look anew.
  const entries = found.filter(({ name }) => name !== 'setReadMark').sort((a, b) => a.at - b.at || a.place - b.place);
  const last = lastOfEachDraft(entries);
  await tables.notApplied.bulkPut(
    entries.map(({ uuid, name, args, claimedAt, schemaVersion, epoch }, place) => ({
      uuid,
      chain: last.get(draftOf(args)) ?? uuid,
      name,
      args,
      claimedAt,
      refusal: refuse('hub-restored'),
      writes: [],
      at: now,
      lost: { schemaVersion, epoch, place },
    })),
  );
  await tables.confirmed.bulkDelete([...uuids]);
  for (const file of await filesNamedIn(tables, entries)) await tables.files.update(file.hash, { state: 'local' });
}

const draftOf = (args: unknown): unknown => (typeof args === 'object' && args !== null && 'draftId' in args ? args.draftId : null);

/** A draft was saved at every pause of its author: they are told of it once, by the last save or by what was sent from it. */
function lastOfEachDraft(entries: readonly ConfirmedEntry[]): Map<unknown, Id> {
  return new Map(entries.flatMap(({ uuid, args }): [unknown, Id][] => (draftOf(args) === null ? [] : [[draftOf(args), uuid]])));
}
