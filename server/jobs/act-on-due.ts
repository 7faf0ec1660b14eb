import { type SQL, sql } from 'drizzle-orm';
import { v7 } from 'uuid';
import type { Id } from '../../domain/model/ids';
import type { DrizzleHubStore } from '../db/drizzle-hub-store';
import { rowsOf } from '../db/rows-of';
import { actAsHost } from '../sync/act-as-host';

/** At one run; what is left waits for the next. */
const most = 500;

/** Does an act of the host to every conversation that is due (`c` in the condition), each by itself. What the act's rule will not have yet stays. */
export async function actOnDue(
  store: DrizzleHubStore,
  { act: name, due, now }: { act: 'deleteForever' | 'endSnooze'; due: SQL; now(): number },
): Promise<void> {
  const found = await store.transaction('all', ({ db }) =>
    rowsOf<{ id: Id; workspace: Id }>(
      db,
      sql`select c.id, i.doc->>'workspaceId' as workspace from conversations c join inboxes i on i.id = c.doc->>'inboxId' and not i.deleted
          where not c.deleted and ${due} order by c.id limit ${most}`,
    ),
  );
  for (const { id, workspace } of found) {
    const act = { name, args: { conversationId: id }, uuid: v7(), workspaceId: workspace } as const;
    await store.transaction('all', (transaction) => actAsHost(transaction, { ...act, at: now() }));
  }
}
