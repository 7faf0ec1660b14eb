import type { SamtaleDatabase } from '../store/database';
import { metaRow } from '../store/me';
import type { MoveRow } from '../store/move-row';

/** Whether anything was done here since it was moved: that would be lost. */
export const changedSince = async (db: SamtaleDatabase, { upTo }: Pick<MoveRow, 'upTo'>): Promise<boolean> =>
  ((await metaRow(db, 'local'))?.version ?? 0) > upTo;

/** The move that took all of this workspace into a hub, where there is one and nothing was done here since: what is here is then no only copy. */
export async function movedWhole(db: SamtaleDatabase): Promise<MoveRow | undefined> {
  const row = await metaRow(db, 'move');
  if (row?.state !== 'done' || !row.result?.whole) return undefined;
  return (await changedSince(db, row)) ? undefined : row;
}
