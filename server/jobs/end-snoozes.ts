import { sql } from 'drizzle-orm';
import type { DrizzleHubStore } from '../db/drizzle-hub-store';
import { actOnDue } from './act-on-due';

/** Brings back what was snoozed until now (THR-15, D25). What lies in trash sleeps on. */
export const endSnoozes = (store: DrizzleHubStore, now: () => number): Promise<void> =>
  actOnDue(store, { act: 'endSnooze', due: sql`(c.doc->'snoozed'->>'until')::bigint <= ${now()} and c.doc->>'trashed' is null`, now });
