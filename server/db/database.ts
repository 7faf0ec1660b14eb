import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';

/** Drizzle over PGlite or node-postgres: both extend this, so one code serves both. A transaction is one as well. */
export type Database = PgDatabase<PgQueryResultHKT, Record<string, never>>;

/** The hub's open database. */
export interface HubDatabase {
  db: Database;
  kind: 'pglite' | 'postgres';
  /** Plain SQL with `$1` parameters, for libraries that bring their own. */
  query(text: string, values?: unknown[]): Promise<{ rows: Record<string, unknown>[] }>;
  /** Calls back for every NOTIFY on this channel, from whichever process; `onGap` after a break in which some may have been lost. */
  listen(channel: string, callback: (payload: string) => void, onGap?: () => void): Promise<void>;
  /** Its connections now, where it has more than one. */
  pool?: () => { total: number; idle: number; waiting: number };
  close(): Promise<void>;
}
