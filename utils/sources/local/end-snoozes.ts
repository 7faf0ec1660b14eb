import { Dexie } from 'dexie';
import { actLocally } from '../../store/act-locally';
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

async function dueOf({ inboxes, conversations }: Pick<StoreTables, 'inboxes' | 'conversations'>, now: number) {
  const asleep = await Promise.all(
    (await inboxes.toCollection().primaryKeys()).map((id) =>
      conversations.where('viewKeys').between([id, 'snoozed', Dexie.minKey], [id, 'snoozed', Dexie.maxKey]).toArray(),
    ),
  );
  return asleep.flat().filter(({ snoozed }) => snoozed?.until && snoozed.until <= now);
}
