import { filesNamedIn } from './files-named-in';
import type { StoreTables } from './store-tables';
import type { OutboxEntry } from './stored-rows';

const keptFor = 7 * 24 * 3_600_000;

/** The acts a pull confirms: the hub said *applied*, and this answer has all their rows. */
export const confirmedBy = (entries: readonly OutboxEntry[], lastMutationId: number | null): OutboxEntry[] =>
  lastMutationId === null ? [] : entries.filter((entry) => entry.state === 'applied' && entry.id <= lastMutationId);

/** Keeps them seven days by the hub's clock (K12); the files they named are on the hub now. */
export async function keepConfirmed(tables: StoreTables, entries: readonly OutboxEntry[], now: number): Promise<void> {
  if (entries.length === 0) return;
  await tables.confirmed.bulkPut(
    entries.map(({ id, uuid, name, args, schemaVersion, claimedAt, epoch }) => ({
      uuid,
      name,
      args,
      schemaVersion,
      claimedAt,
      epoch: epoch ?? null,
      place: id,
      at: now,
    })),
  );
  await tables.confirmed
    .where('at')
    .below(now - keptFor)
    .delete();
  for (const file of await filesNamedIn(tables, entries)) if (file.state === 'local') await tables.files.update(file.hash, { state: 'uploaded' });
}
