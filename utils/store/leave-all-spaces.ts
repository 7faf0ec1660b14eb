import { applyPull } from './apply-pull';
import { clientRow } from './client-row';
import type { SamtaleDatabase } from './database';
import { me } from './me';
import { transact } from './store-tables';

/**
 * The agent is deactivated: they are in no space any more, so everything of the hub's leaves this device (INB-6). What they did and the hub does not
 * have stays, as when they are taken out of an inbox.
 */
export const leaveAllSpaces = (db: SamtaleDatabase, now: number): Promise<void> =>
  transact(db, async (tables) => {
    const self = await me(tables);
    const { epoch } = await clientRow(tables);
    if (!self || epoch === null) return;
    await applyPull(tables, { ...self, epoch, now, spaces: [], reset: [], changes: [], more: false, lastMutationId: null });
  });
