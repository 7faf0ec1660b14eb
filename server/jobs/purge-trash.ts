import { sql } from 'drizzle-orm';
import { v7 } from 'uuid';
import type { Id } from '../../domain/model/ids';
import { keptInTrash } from '../../domain/trash/kept-in-trash';

import type { DrizzleHubStore } from '../db/drizzle-hub-store';
import { rowsOf } from '../db/rows-of';
import { actAsHost } from '../sync/act-as-host';

/** At one run; what is left waits for the next. */
const most = 500;

/** Deletes for good what has lain in trash for 30 days (VIEW-10), each conversation by itself. What its rule will not have yet stays. */
export async function purgeTrash(store: DrizzleHubStore, now: () => number): Promise<void> {
  const due = await store.transaction('all', ({ db }) =>
    rowsOf<{ id: Id; workspace: Id }>(
      db,
      sql`select c.id, i.doc->>'workspaceId' as workspace from conversations c join inboxes i on i.id = c.doc->>'inboxId' and not i.deleted
          where not c.deleted and (c.doc->'trashed'->>'at')::bigint <= ${now() - keptInTrash} order by c.id limit ${most}`,
    ),
  );
  for (const { id, workspace } of due) {
    const act = { name: 'deleteForever', args: { conversationId: id }, uuid: v7(), workspaceId: workspace } as const;
    await store.transaction('all', (transaction) => actAsHost(transaction, { ...act, at: now() }));
  }
}
