import { sql } from 'drizzle-orm';
import { bigint, boolean, index, jsonb, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { snakeCase } from './snake-case';

/**
 * A table of rows that lie in a space, all of one shape: the row as its schema has it in `doc`, and beside it what sync needs.
 * A row that left a space stays there as tombstone, so the key is (id, space); at most one of them is alive. `expressions` are
 * the indexes of the named queries over live rows, `gin …` and `unique …` where they are of that kind.
 */
export const syncedTable = (name: string, expressions: Record<string, string> = {}) => {
  const table = snakeCase(name);
  return pgTable(
    table,
    {
      id: text().notNull(),
      space: text().notNull(),
      version: bigint({ mode: 'number' }).notNull(),
      deleted: boolean().notNull().default(false),
      /** ms since 1970, of a tombstone: it is kept for 90 days (K13). */
      deletedAt: bigint('deleted_at', { mode: 'number' }),
      movedTo: text('moved_to'),
      /** The conversation of a message or draft. */
      within: text(),
      doc: jsonb().$type<Record<string, unknown>>(),
    },
    (t) => [
      primaryKey({ columns: [t.id, t.space] }),
      uniqueIndex(`${table}_alive`).on(t.id).where(sql`not deleted`),
      index(`${table}_pull`).on(t.space, t.version),
      index(`${table}_pruning`).on(t.deletedAt).where(sql`deleted`),
      ...Object.entries(expressions).map(([suffix, expression]) => indexOf(`${table}_${suffix}`, expression).where(sql`not deleted`)),
    ],
  );
};

function indexOf(name: string, expression: string) {
  // Written at once: of what waits to be written every question reads all, and PGlite has no vacuum that would do it in between.
  if (expression.startsWith('gin '))
    return index(name)
      .using('gin', sql.raw(expression.slice(4)))
      .with({ fastupdate: false });
  if (expression.startsWith('unique ')) return uniqueIndex(name).on(sql.raw(expression.slice(7)));
  return index(name).on(sql.raw(expression));
}
