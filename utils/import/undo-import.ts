import type { Id } from '../../domain/model/ids';
import { actLocally } from '../store/act-locally';
import type { SamtaleDatabase } from '../store/database';
import { dropUnusedFiles } from '../store/drop-unused-files';
import { filesNamedByGone } from '../store/forget-purged';
import { me } from '../store/me';
import { newId } from '../store/new-id';
import { transact } from '../store/store-tables';

/** Threads taken out in one transaction. */
const together = 20;

/**
 * Takes out again what an import brought, but for threads somebody has worked in since. May be broken off and begun again: what is out is off the
 * list.
 */
export async function undoImport(db: SamtaleDatabase, importId: Id, now: () => number = Date.now): Promise<void> {
  await db.imports.update(importId, { state: 'undoing' });
  const files = new Set<string>();
  for (;;) {
    const some = await db.imported.where('importId').equals(importId).limit(500).toArray();
    if (some.length === 0) break;
    const threads = new Map<Id, Id[]>();
    for (const { id, conversationId } of some) threads.set(conversationId, [...(threads.get(conversationId) ?? []), id]);
    const groups = [...threads];
    for (let from = 0; from < groups.length; from += together) await takeOut(db, importId, groups.slice(from, from + together), { at: now(), files });
  }
  await dropUnusedFiles(db, files);
  await db.imports.update(importId, { state: 'undone' });
}

/** `files` gathers what the mails named: nothing may name them any more. */
const takeOut = (
  db: SamtaleDatabase,
  importId: Id,
  groups: readonly (readonly [Id, readonly Id[]])[],
  { at, files }: { at: number; files: Set<string> },
) =>
  transact(db, async (tables) => {
    const self = await me(tables);
    if (!self) throw new Error('nobody’s workspace');
    const by = { kind: 'system' as const, workspaceId: self.workspaceId };
    let stayed = 0;
    for (const [conversationId, messageIds] of groups) {
      const act = { uuid: newId(), name: 'removeImported', args: { conversationId, messageIds }, claimedAt: at, by };
      const answer = await actLocally(tables, self, act, (writes) => {
        for (const hash of filesNamedByGone(writes)) files.add(hash);
      });
      // Gone already, by another import's undoing.
      if (answer && answer.refused.refused !== 'not-found') throw new Error(`removeImported was refused: ${answer.refused.refused}`);
      await tables.imported.bulkDelete([...messageIds]);
      stayed += (await tables.mailIds.bulkGet([...messageIds])).filter((mail) => mail !== undefined).length;
    }
    const row = await tables.imports.get(importId);
    if (row) await tables.imports.put({ ...row, stayed: (row.stayed ?? 0) + stayed });
  });
