import { sql } from 'drizzle-orm';
import { index, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import { snakeCase } from './snake-case';

/** A table only the hub has: a row as its schema has it, with the space whose members' acts may see it (K10). */
export const hostTable = (name: string, expressions: Record<string, string> = {}) => {
  const table = snakeCase(name);
  return pgTable(table, { id: text().primaryKey(), space: text().notNull(), doc: jsonb().$type<Record<string, unknown>>().notNull() }, () =>
    Object.entries(expressions).map(([suffix, expression]) => index(`${table}_${suffix}`).on(sql.raw(expression))),
  );
};
