import type { Write } from '../../../domain/core/tx';
import { countDays } from '../../../domain/trash/count-days';
import { actLocally } from '../../store/act-locally';
import { conversationsInView } from '../../store/conversations-in-view';
import type { SamtaleDatabase } from '../../store/database';
import { dropUnusedFiles } from '../../store/drop-unused-files';
import { forgetPurged } from '../../store/forget-purged';
import { me, metaRow } from '../../store/me';
import { newId } from '../../store/new-id';
import { transact } from '../../store/store-tables';

/** Looking more often tells nothing new, ms. */
const hour = 3_600_000;

/** In a workspace of this computer: counts the days of what lies in trash, and deletes for good what has lain there for 30 (VIEW-10, D26). */
export async function purgeTrash(db: SamtaleDatabase, now: number): Promise<void> {
  const row = await metaRow(db, 'trash');
  if (row && now >= row.seenAt && now - row.seenAt < hour) return;
  await transact(db, async (tables) => {
    const self = await me(tables);
    if (!self || !(await metaRow(tables, 'local'))) return;
    const { days, due } = countDays(row ?? { seenAt: now, lain: {} }, await conversationsInView(tables, 'trash'), now);
    await tables.meta.put({ key: 'trash', ...days });
    const by = { kind: 'system' as const, workspaceId: self.workspaceId };
    const gone: Write[] = [];
    for (const conversationId of due) {
      // What its rule will not have yet stays, and is asked about again.
      const act = { uuid: newId(), name: 'deleteForever', args: { conversationId }, claimedAt: now, by };
      await actLocally(tables, self, act, (writes) => gone.push(...writes));
    }
    await dropUnusedFiles(tables, new Set(await forgetPurged(tables, gone)));
  });
}
