import { sql } from 'drizzle-orm';
import { keptInTrash } from '../../domain/trash/kept-in-trash';
import type { DrizzleHubStore } from '../db/drizzle-hub-store';
import { actOnDue } from './act-on-due';

/** Deletes for good what has lain in trash for 30 days (VIEW-10). */
export const purgeTrash = (store: DrizzleHubStore, now: () => number): Promise<void> =>
  actOnDue(store, { act: 'deleteForever', due: sql`(c.doc->'trashed'->>'at')::bigint <= ${now() - keptInTrash}`, now });
