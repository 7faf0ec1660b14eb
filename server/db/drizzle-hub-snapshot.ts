import { type SQL, sql } from 'drizzle-orm';
import { type SyncedTable, syncedTableNames } from '../../domain/core/tables';
import type { Agent } from '../../domain/model/agent';
import { type Id, idOfSpace, type SpaceId } from '../../domain/model/ids';
import type { Member } from '../../domain/model/member';
import { spacesOfAgent } from '../../domain/space/spaces-of-agent';
import type { RowChange } from '../../sync/protocol';
import type { HubSnapshot } from '../sync/hub-store';
import { bootstrapRank, newestAt } from './conversation-order';
import { totalKey } from './counter-changes';
import type { Database } from './database';
import { rowChangeOf, type StoredRow } from './row-change-of';
import { rowsOf } from './rows-of';
import { snakeCase } from './snake-case';

/** Reads of one REPEATABLE READ transaction. */
export class DrizzleHubSnapshot implements HubSnapshot {
  constructor(private readonly db: Database) {}

  async agent(agentId: Id) {
    const [found] = await rowsOf<{ space: SpaceId; active: boolean }>(
      this.db,
      sql`select space, (doc->>'active')::boolean as active from agents where id = ${agentId} and not deleted`,
    );
    return found && { workspaceId: idOfSpace(found.space), active: found.active };
  }

  async spacesOf(agentId: Id) {
    const [agent] = await rowsOf<{ doc: Agent }>(this.db, sql`select doc from agents where id = ${agentId} and not deleted`);
    if (!agent) return [];
    const members = await rowsOf<{ doc: Member }>(
      this.db,
      sql`select doc from members where doc->>'agentId' = ${agentId} and not deleted order by doc->>'inboxId'`,
    );
    return spacesOfAgent(
      agent.doc,
      members.map(({ doc }) => doc),
    );
  }

  version(space: SpaceId) {
    return this.number(sql`select version as value from spaces where id = ${space}`);
  }

  prunedBelow(space: SpaceId) {
    return this.number(sql`select pruned_below as value from spaces where id = ${space}`);
  }

  async changesSince(space: SpaceId, version: number, limit: number) {
    const rows = await this.changes(syncedTableNames, sql`space = ${space} and version > ${version}`, limit + 1);
    const last = rows[limit - 1];
    if (rows.length <= limit || !last) return rows;
    const whole = rows.slice(0, limit).filter((row) => row.version < last.version);
    return [...whole, ...(await this.changes(syncedTableNames, sql`space = ${space} and version = ${last.version}`))];
  }

  async frameOf(space: SpaceId) {
    const tables = syncedTableNames.filter((table) => !['conversations', 'tickets', 'messages'].includes(table));
    const frame = await this.changes(tables, sql`space = ${space} and not deleted`);
    // A ticket comes with its conversation; one that has none would come with nothing.
    const alone = sql`space = ${space} and not deleted and not exists (
      select 1 from conversations c where c.doc->>'ticketId' = tickets.id and not c.deleted)`;
    return [...frame, ...(await this.changes(['tickets'], alone))];
  }

  async conversationsPage(space: SpaceId, after: string | null, limit: number) {
    const start = after === null ? undefined : cursorOf(after);
    const found: { id: Id; rank: number; at: string }[] = [];
    for (let rank = start?.rank ?? 0; rank <= 1 && found.length < limit; rank++) {
      const from = start?.rank === rank ? sql`and (${sql.raw(newestAt)}, id) < (${start.at}::bigint, ${start.id})` : sql``;
      found.push(
        ...(await rowsOf<{ id: Id; rank: number; at: string }>(
          this.db,
          sql`select id, ${rank}::int as rank, ${sql.raw(newestAt)}::text as at from conversations
              where space = ${space} and not deleted and ${sql.raw(bootstrapRank)} = ${rank} ${from}
              order by ${sql.raw(newestAt)} desc, id desc limit ${limit - found.length}`,
        )),
      );
    }
    const last = found.length < limit ? undefined : found.at(-1);
    return { conversationIds: found.map((row) => row.id), after: last ? `${last.rank}.${last.at}.${last.id}` : null };
  }

  async threads(space: SpaceId, conversationIds: readonly Id[]) {
    const ids = [...conversationIds];
    if (ids.length === 0) return [];
    const tickets = sql`space = ${space} and not deleted and id in (
      select doc->>'ticketId' from conversations where id in ${ids} and space = ${space} and not deleted)`;
    return [
      ...(await this.changes(['tickets'], tickets)),
      ...(await this.changes(['conversations'], sql`space = ${space} and not deleted and id in ${ids}`)),
      ...(await this.changes(['messages'], sql`space = ${space} and not deleted and within in ${ids}`)),
    ];
  }

  conversationTotal(space: SpaceId) {
    return this.number(sql`select count as value from counters where space = ${space} and key = ${totalKey}`);
  }

  async counters(space: SpaceId) {
    const rows = await rowsOf<{ key: string; count: string }>(
      this.db,
      sql`select key, count from counters where space = ${space} and key <> ${totalKey} and count <> 0`,
    );
    return Object.fromEntries(rows.map((row) => [row.key, Number(row.count)]));
  }

  lastMutationId(clientId: Id) {
    return this.number(sql`select last_mutation_id as value from clients where id = ${clientId}`);
  }

  async knownActs(uuids: readonly Id[]) {
    if (uuids.length === 0) return [];
    const found = await rowsOf<{ uuid: Id }>(this.db, sql`select uuid from acts where uuid in ${[...uuids]} and refusal is null`);
    return found.map(({ uuid }) => uuid);
  }

  private async number(statement: SQL): Promise<number> {
    const [row] = await rowsOf<{ value: string | number }>(this.db, statement);
    return Number(row?.value ?? 0);
  }

  /** One statement over all the tables, by version; each part reads its (space, version) index no further than the limit. */
  private async changes(tables: readonly SyncedTable[], where: SQL, limit?: number): Promise<RowChange[]> {
    const cut = limit === undefined ? sql`` : sql`order by version limit ${limit}`;
    const parts = tables.map((table) => {
      const name = snakeCase(table);
      return sql`(select ${name}::text as name, id, version, deleted, moved_to, within, doc from ${sql.identifier(name)} where ${where} ${cut})`;
    });
    const order = sql`order by version, name, id ${limit === undefined ? sql`` : sql`limit ${limit}`}`;
    return (await rowsOf<StoredRow>(this.db, sql`select * from (${sql.join(parts, sql` union all `)}) as changes ${order}`)).map(rowChangeOf);
  }
}

const cursorForm = /^([01])\.(\d{1,16})\.([0-9a-f-]{36})$/;

/** A cursor that is not of ours begins at the start: the client gets rows twice, which harms nothing. */
function cursorOf(after: string) {
  const [, rank, at, id] = cursorForm.exec(after) ?? [];
  return rank && at && id ? { rank: Number(rank), at, id } : undefined;
}
