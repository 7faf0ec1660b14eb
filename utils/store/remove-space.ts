import type { Table } from 'dexie';
import { syncedTableNames } from '../../domain/core/tables';
import { type Id, idOfSpace, kindOfSpace, type SpaceId } from '../../domain/model/ids';
import { forgetThreads } from './apply-rows';
import { putConversations } from './put-conversation';
import type { StoreTables } from './store-tables';
import type { StoredConversation } from './stored-rows';
import { readChunksOf } from './thread-chunks';

const walk = 500;

/**
 * Takes every row of a space off this device: the agent is out of it, or its cursor was of no use (INB-6, K13, F17). Pending
 * acts stay in the outbox, the hub will answer them.
 */
export async function removeSpace(tables: StoreTables, me: Id | null, space: SpaceId): Promise<void> {
  await removeConversations(tables, me, space);
  const missing = await tables.missingThreads.where('space').equals(space).primaryKeys();
  await forgetFiles(tables, missing);
  await forgetThreads(tables, missing);
  for (const name of syncedTableNames) {
    if (name === 'conversations' || name === 'messages') continue;
    const table = tables[name] as unknown as Table<{ id: Id; space: SpaceId }, Id>;
    await table.bulkDelete((await table.filter((row) => row.space === space).toArray()).map((row) => row.id));
  }
  if (kindOfSpace(space) === 'inbox') await tables.counters.delete(idOfSpace(space));
  await tables.spaces.delete(space);
}

/** Walks all conversations, a few hundred at a time: leaving an inbox is rare, an index for it would cost every write. */
async function removeConversations(tables: StoreTables, me: Id | null, space: SpaceId): Promise<void> {
  let after = '';
  for (;;) {
    const page: StoredConversation[] = await tables.conversations.where('id').above(after).limit(walk).toArray();
    const last = page.at(-1);
    if (!last) return;
    after = last.id;
    const leaving = page.filter((row) => row.space === space);
    if (leaving.length === 0) continue;
    const ids = leaving.map((row) => row.id);
    await forgetFiles(tables, ids);
    await putConversations(
      tables,
      me,
      leaving.map((old) => ({ id: old.id, old, next: null, version: old.version })),
    );
    await forgetThreads(tables, ids);
  }
}

/** Copies of the hub's files; what was attached here and is still on its way stays. */
async function forgetFiles(tables: StoreTables, conversationIds: readonly Id[]): Promise<void> {
  const chunks = [...(await readChunksOf(tables, conversationIds)).values()].flat();
  const hashes = new Set(chunks.flatMap((chunk) => chunk.messages.flatMap((message) => message.attachments.flatMap(({ hash }) => hash ?? []))));
  if (hashes.size === 0) return;
  const files = await tables.files.bulkGet([...hashes]);
  await tables.files.bulkDelete(files.flatMap((file) => (file && file.state !== 'local' ? [file.hash] : [])));
}
