import { sql } from 'drizzle-orm';
import { v7 } from 'uuid';
import type { Id } from '../../domain/model/ids';
import type { DrizzleHubStore } from '../db/drizzle-hub-store';
import { rowsOf } from '../db/rows-of';
import { actAsHost } from '../sync/act-as-host';

/** At one run; what is left waits for the next. */
const most = 500;

/** Brings back what was snoozed until now (THR-15, D25), each conversation by itself. What lies in trash sleeps on. */
export async function endSnoozes(store: DrizzleHubStore, now: number): Promise<void> {
  const due = await store.transaction('all', ({ db }) =>
    rowsOf<{ id: Id; workspace: Id }>(
      db,
      sql`select c.id, i.doc->>'workspaceId' as workspace from conversations c join inboxes i on i.id = c.doc->>'inboxId' and not i.deleted
          where not c.deleted and (c.doc->'snoozed'->>'until')::bigint <= ${now} and c.doc->>'trashed' is null order by c.id limit ${most}`,
    ),
  );
  for (const { id, workspace } of due) {
    const act = { name: 'endSnooze', args: { conversationId: id }, uuid: v7(), workspaceId: workspace, at: now } as const;
    await store.transaction('all', (transaction) => actAsHost(transaction, act));
  }
}
