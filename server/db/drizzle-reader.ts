import { type SQL, sql } from 'drizzle-orm';
import { type QueryArgs, type QueryName, type QueryRow, queries } from '../../domain/core/queries';
import { type RowOf, type SyncedTable, syncedTables, type TableName } from '../../domain/core/tables';
import type { RowReader } from '../../domain/core/tx';
import type { Id, SpaceId } from '../../domain/model/ids';
import type { Database } from './database';
import { queryConditions } from './query-conditions';
import { rowsOf } from './rows-of';
import { snakeCase } from './snake-case';
import { storable } from './storable';

const isSynced = (table: TableName): table is SyncedTable => Object.hasOwn(syncedTables, table);

/** Reads rows for rules. A row outside `scope` does not exist (K10). */
export class DrizzleReader implements RowReader {
  constructor(
    private readonly db: Database,
    private readonly scope: readonly SpaceId[] | 'all',
  ) {}

  async find<T extends TableName>(table: T, id: Id): Promise<RowOf<T> | undefined> {
    const rows = await rowsOf<{ doc: RowOf<T> }>(this.db, this.select(table, sql`id = ${id}`));
    return rows[0]?.doc;
  }

  async query<Q extends QueryName>(name: Q, args: QueryArgs<Q>): Promise<QueryRow<Q>[]> {
    const { table, matches } = queries[name] as unknown as { table: TableName; matches(row: QueryRow<Q>, args: QueryArgs<Q>): boolean };
    const asked = storable(args);
    const { where, orderBy, limit, skip = 0 } = queryConditions[name](asked);
    const order = sql`order by ${orderBy ?? sql`id`}`;
    const cut = limit === undefined ? sql`` : sql`limit ${limit} offset ${skip}`;
    const rows = await rowsOf<{ doc: QueryRow<Q> }>(this.db, sql`${this.select(table, where)} ${order} ${cut}`);
    return rows.map((row) => row.doc).filter((row) => matches(row, asked));
  }

  private select(table: TableName, where: SQL): SQL {
    const alive = isSynced(table) ? sql` and not deleted` : sql``;
    return sql`select doc from ${sql.identifier(snakeCase(table))} where (${where})${alive}${inScope(this.scope)}`;
  }
}

const inScope = (scope: readonly SpaceId[] | 'all'): SQL =>
  scope === 'all'
    ? sql``
    : sql` and space in (${sql.join(
        scope.map((space) => sql`${space}`),
        sql`, `,
      )})`;
