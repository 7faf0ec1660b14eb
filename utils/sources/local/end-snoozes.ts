import { actLocally } from '../../store/act-locally';
import { conversationsInView } from '../../store/conversations-in-view';
import type { SamtaleDatabase } from '../../store/database';
import { me, metaRow } from '../../store/me';
import { newId } from '../../store/new-id';
import { type StoreTables, transact } from '../../store/store-tables';

/** In a workspace of this computer: brings back what was snoozed until now (THR-15, D25). */
export async function endSnoozes(db: SamtaleDatabase, now: number): Promise<void> {
  if ((await dueOf(db, now)).length === 0) return;
  await transact(db, async (tables) => {
    const self = await me(tables);
    if (!self || !(await metaRow(tables, 'local'))) return;
    const by = { kind: 'system' as const, workspaceId: self.workspaceId };
    for (const { id } of await dueOf(tables, now))
      await actLocally(tables, self, { uuid: newId(), name: 'endSnooze', args: { conversationId: id }, claimedAt: now, by });
  });
}

const dueOf = async (tables: Pick<StoreTables, 'inboxes' | 'conversations'>, now: number) =>
  (await conversationsInView(tables, 'snoozed')).filter(({ snoozed }) => snoozed?.until && snoozed.until <= now);
