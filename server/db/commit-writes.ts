import { sql } from 'drizzle-orm';
import { type SyncedTable, syncedTables, type TableName } from '../../domain/core/tables';
import type { Write } from '../../domain/core/tx';
import { type Id, inboxSpace, type SpaceId, workspaceSpace } from '../../domain/model/ids';
import { revokeForDeactivated } from '../auth/revoke-for-deactivated';
import { freeFiles } from '../files/free-files';
import { hashesOfMessage } from '../files/hashes-of-message';
import { noteNotices } from '../notices/note-notices';
import { noteStops } from '../notices/note-stops';
import { newMails } from '../sync/hold-mail';
import { counterChanges } from './counter-changes';
import type { Database } from './database';
import { followMoved, forgetHidden, forgetPurged } from './forget-purged';
import { moveBeside } from './move-beside';
import { rowsOf } from './rows-of';
import { counters, fileSpaces, hostSchema, outboundState, spaces as spacesTable, syncedSchema } from './schema';
import { spacesOfWrites } from './spaces-of-writes';
import { storable } from './storable';

/** Name of the NOTIFY channel; the payload is the space. */
export const pokeChannel = 'samtale_poke';
/** NOTIFY channel that says a mail was queued; the payload is its id. */
export const outboundChannel = 'samtale_outbound';
/** Of a body whose message is not there: no agent's act sees it. */
const nobodys = '';
/** Rows of one statement: PostgreSQL takes 65,535 parameters, a row has eight. */
const batch = 500;

/**
 * Writes rows, counters, versions and what follows from them, into spaces that are locked already. `now` is in ms, `pusher` the client whose act it is: it
 * pulls by itself what came of it.
 */
export async function commitWrites(db: Database, writes: readonly Write[], now: number, pusher?: Id): Promise<void> {
  const clean = writes.map((write) => ({ ...write, after: storable(write.after) }) as Write);
  const versions = await raiseVersions(db, spacesOfWrites(clean));
  for (const table of Object.keys(syncedTables) as SyncedTable[]) {
    const own = clean.filter((write) => write.table === table);
    if (own.length > 0) await writeSynced(db, table, own, versions, now);
  }
  await insertHost(db, clean);
  for (const write of clean) if (isHost(write) && !isInsert(write)) await writeHost(db, write, clean);
  await freeFiles(db, clean);
  await moveBeside(db, clean);
  await followMoved(db, clean);
  await forgetPurged(db, clean);
  await writeCounters(db, clean);
  await queueOutbound(db, clean, now);
  await noteFiles(db, clean);
  await forgetHidden(db, clean);
  await noteNotices(db, clean, now);
  await noteStops(db, clean, now);
  await revokeForDeactivated(db, clean);
  for (const space of versions.keys()) await db.execute(sql`select pg_notify(${pokeChannel}, ${pusher ? `${space} ${pusher}` : space})`);
}

async function raiseVersions(db: Database, spaces: SpaceId[]): Promise<Map<SpaceId, number>> {
  if (spaces.length === 0) return new Map();
  const raised = await db
    .update(spacesTable)
    .set({ version: sql`version + 1`, writtenBy: sql`pg_current_xact_id()::text` })
    .where(sql`id in ${spaces}`)
    .returning({ id: spacesTable.id, version: spacesTable.version });
  if (raised.length !== spaces.length) throw new Error('a space without its counter');
  return new Map(raised.map((space) => [space.id, space.version]));
}

async function writeSynced(db: Database, table: SyncedTable, writes: readonly Write[], versions: Map<SpaceId, number>, now: number) {
  const target = syncedSchema[table];
  const row = (write: Write, space: SpaceId) => ({
    id: write.id,
    space,
    version: getOf(versions, space),
    within: write.within ?? withinOf(write.before) ?? null,
  });
  // Where a row leaves a space, a tombstone stays; first, because only one row of an id may be alive.
  const left = writes.flatMap((write) => {
    const from = spaceOf(write.before);
    const to = spaceOf(write.after);
    return from && from !== to ? [{ ...row(write, from), deleted: true, deletedAt: now, movedTo: to ?? null, doc: movedFromOf(write) }] : [];
  });
  const alive = writes.flatMap((write) => {
    const space = spaceOf(write.after);
    return space ? [{ ...row(write, space), deleted: false, deletedAt: null, movedTo: null, doc: write.after as Record<string, unknown> }] : [];
  });
  for (const rows of [left, alive]) {
    for (let at = 0; at < rows.length; at += batch) {
      await db
        .insert(target)
        .values(rows.slice(at, at + batch))
        .onConflictDoUpdate({
          target: [target.id, target.space],
          set: {
            version: sql`excluded.version`,
            deleted: sql`excluded.deleted`,
            deletedAt: sql`excluded.deleted_at`,
            movedTo: sql`excluded.moved_to`,
            within: sql`excluded.within`,
            doc: sql`excluded.doc`,
          },
        });
    }
  }
}

const isHost = ({ table }: Write) => !(table in syncedTables);
const isInsert = ({ before, after }: Write) => !before && after !== null;

/** Plain inserts: an id that is taken, in a space the actor does not see, is a fault and not a way in. */
async function insertHost(db: Database, writes: readonly Write[]) {
  for (const table of Object.keys(hostSchema) as Exclude<TableName, SyncedTable>[]) {
    const own = writes.filter((write) => write.table === table && isInsert(write));
    for (let at = 0; at < own.length; at += batch) {
      const rows = own.slice(at, at + batch).map(async (write) => {
        const doc = write.after as unknown as Record<string, unknown>;
        return { id: write.id, space: await spaceOfHostRow(db, write, writes), doc };
      });
      await db.insert(hostSchema[table]).values(await Promise.all(rows));
    }
  }
}

async function writeHost(db: Database, write: Write, all: readonly Write[]) {
  const target = hostSchema[write.table as Exclude<TableName, SyncedTable>];
  if (!write.after) {
    await db.delete(target).where(sql`id = ${write.id}`);
    return;
  }
  const doc = write.after as unknown as Record<string, unknown>;
  await db
    .update(target)
    .set({ doc, space: await spaceOfHostRow(db, write, all) })
    .where(sql`id = ${write.id}`);
}

async function spaceOfHostRow(db: Database, write: Write, all: readonly Write[]): Promise<SpaceId> {
  if ((write.table === 'mailIds' || write.table === 'purgedMails') && write.after) return inboxSpace(write.after.inboxId);
  if (write.table === 'outboundMails' && write.after) return inboxSpace(write.after.inboxId);
  if (write.table === 'invitations' && write.after) return workspaceSpace(write.after.workspaceId);
  const message = all.find((other) => other.table === 'messages' && other.id === write.id);
  const space = spaceOf(message?.after);
  if (space) return space;
  const [found] = await rowsOf<{ space: SpaceId }>(db, sql`select space from messages where id = ${write.id} and not deleted`);
  return found?.space ?? nobodys;
}

async function writeCounters(db: Database, writes: readonly Write[]) {
  const changes = counterChanges(writes);
  if (changes.length === 0) return;
  await db
    .insert(counters)
    .values(changes.map(({ space, key, change }) => ({ space, key, count: change })))
    .onConflictDoUpdate({ target: [counters.space, counters.key], set: { count: sql`counters.count + excluded.count` } });
}

/** The intent becomes a mail to send in the same transaction: neither is there without the other. */
async function queueOutbound(db: Database, writes: readonly Write[], now: number) {
  const mails = newMails(writes);
  if (mails.length === 0) return;
  await db.insert(outboundState).values(mails.map((mail) => ({ ...mail, at: now })));
  for (const { id, state } of mails) if (state === 'queued') await db.execute(sql`select pg_notify(${outboundChannel}, ${id})`);
}

async function noteFiles(db: Database, writes: readonly Write[]) {
  const named = writes.flatMap((write) => {
    const { after } = write;
    return write.table === 'messages' && after ? hashesOfMessage(write.after).map((hash) => ({ hash, space: spaceOf(after) ?? '' })) : [];
  });
  if (named.length > 0) await db.insert(fileSpaces).values(named).onConflictDoNothing();
}

const spaceOf = (row: object | null | undefined): SpaceId | undefined =>
  row && 'space' in row && typeof row.space === 'string' ? row.space : undefined;

const withinOf = (row: object | null | undefined): string | undefined =>
  row && 'conversationId' in row && typeof row.conversationId === 'string' ? row.conversationId : undefined;

function getOf<K, V>(map: Map<K, V>, key: K): V {
  const value = map.get(key);
  if (value === undefined) throw new Error(`nothing under ${String(key)}`);
  return value;
}

/** Where a message lay before it was merged or split: a device that has it there takes it out by the tombstone (THR-17). */
const movedFromOf = ({ table, before, after }: Write) => {
  const movedFrom = table === 'messages' ? (after ?? before)?.movedFrom : undefined;
  return movedFrom ? { movedFrom } : null;
};
