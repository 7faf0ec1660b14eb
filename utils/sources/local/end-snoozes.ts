import { type News, noticesOf } from '../../../domain/notification/notices-of';
import { actLocally } from '../../store/act-locally';
import { conversationsInView } from '../../store/conversations-in-view';
import type { SamtaleDatabase } from '../../store/database';
import { keepNotices } from '../../store/keep-notices';
import { me, metaRow } from '../../store/me';
import { newId } from '../../store/new-id';
import { plainConversation } from '../../store/plain-row';
import { type StoreTables, transact } from '../../store/store-tables';

/** In a workspace of this computer: brings back what was snoozed until now (THR-15, D25), and keeps for telling that it is. */
export async function endSnoozes(db: SamtaleDatabase, now: number): Promise<void> {
  if ((await dueOf(db, now)).length === 0) return;
  await transact(db, async (tables) => {
    const self = await me(tables);
    if (!self || !(await metaRow(tables, 'local'))) return;
    const by = { kind: 'system' as const, workspaceId: self.workspaceId };
    const news: News[] = [];
    for (const before of await dueOf(tables, now)) {
      await actLocally(tables, self, { uuid: newId(), name: 'endSnooze', args: { conversationId: before.id }, claimedAt: now, by });
      const after = await tables.conversations.get(before.id);
      if (after) news.push({ before: plainConversation(before), after: plainConversation(after), messages: [] });
    }
    await keepNotices(tables, noticesOf(news, [], self.agentId, now));
  });
}

const dueOf = async (tables: Pick<StoreTables, 'inboxes' | 'conversations'>, now: number) =>
  (await conversationsInView(tables, 'snoozed')).filter(({ snoozed }) => snoozed?.until && snoozed.until <= now);
