import * as z from 'zod/mini';
import { Id, Millis } from '../../domain/model/ids';
import type { SamtaleDatabase } from './database';
import { type CopiedAct, copyOutbox, restoreOutbox } from './outbox-copy';

/** A place on this device that outlives the databases. */
export interface CopyPlace {
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown): Promise<void>;
  remove(key: string): Promise<void>;
}

const CopiedActs = z.array(
  z.object({ uuid: Id, name: z.string(), args: z.json(), schemaVersion: z.int(), claimedAt: Millis, epoch: z.nullable(z.string()) }),
);
const keyOf = (connectionId: string) => `outbox-${connectionId}`;

/** One in the shape of another version cannot be read; the next copy takes its place. */
async function readCopy(place: CopyPlace, key: string): Promise<CopiedAct[]> {
  try {
    return CopiedActs.safeParse(await place.get(key)).data ?? [];
  } catch (fault) {
    reportFault(fault);
    return [];
  }
}

/** A sync does not wait for its copy: where that cannot be written, what waits is best on the hub. */
const reportFault = (fault: unknown) => console.error('the copy of what waits', fault);

/**
 * Runs a sync with the copy of the waiting acts kept around it (F10): a database that was lost gets them back first; what waits is
 * written down before, for the network may take its time, and what is left of it after, however the sync ends.
 */
export async function keepOutboxCopy<T>(
  { db, place, connectionId }: { db: SamtaleDatabase; place: CopyPlace; connectionId: string },
  sync: () => Promise<T>,
): Promise<T> {
  const key = keyOf(connectionId);
  const copy = await readCopy(place, key);
  await restoreOutbox(db, copy);
  let there = copy.length > 0;
  const keep = async () => {
    const acts = await copyOutbox(db);
    if (acts.length > 0) await place.set(key, acts);
    else if (there) await place.remove(key);
    there = acts.length > 0;
  };
  await keep().catch(reportFault);
  try {
    return await sync();
  } finally {
    await keep().catch(reportFault);
  }
}

/** Signing out leaves nothing of an account here (X13, E33). */
export const forgetOutboxCopy = (place: CopyPlace, connectionId: string): Promise<void> => place.remove(keyOf(connectionId));
