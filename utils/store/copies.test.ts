import 'fake-indexeddb/auto';
import { afterEach, expect, it } from 'vitest';
import { dropCopies, noteUse, readCopies } from './copies';
import { openDatabase, type SamtaleDatabase } from './database';
import { newId } from './new-id';
import { transact } from './store-tables';

const open: SamtaleDatabase[] = [];
afterEach(async () => {
  for (const db of open.splice(0)) await db.delete();
});
function database() {
  const db = openDatabase(`copies-${newId()}`);
  open.push(db);
  return db;
}
const file = (hash: string, state: 'local' | 'uploaded' | 'cached') => ({ hash, blob: new Blob(['x']), type: 'text/plain', size: 1, state, at: 1 });

it('X12 I1 what only this device has is no copy: files not on the hub, words an act stands over, bodies of a pending message', async () => {
  const db = database();
  const [mine, pending, plain, conversationId] = [newId(), newId(), newId(), newId()];
  await db.files.bulkPut([file('a'.repeat(64), 'local'), file('b'.repeat(64), 'uploaded'), file('c'.repeat(64), 'cached')]);
  await db.bodies.bulkPut([mine, pending, plain].map((id) => ({ id, conversationId, html: '<p>Hej</p>', version: 0 })));
  await db.base.put({ table: 'bodies', id: mine, row: null, version: 0 });
  await db.pendingMessages.put({ id: pending, conversationId, message: null });
  const all = [mine, pending, plain, ...'abc'].map((id) => id.padEnd(id.length === 1 ? 64 : 0, id));
  await transact(db, (tables) => dropCopies(tables, all));
  expect((await db.bodies.toCollection().primaryKeys()).sort()).toEqual([mine, pending].sort());
  expect(await db.files.toCollection().primaryKeys()).toEqual(['a'.repeat(64), 'b'.repeat(64)]);
});

it('X12 a copy that went with its thread is not counted, and a look is noted once an hour', async () => {
  const db = database();
  const [here, gone] = [newId(), newId()];
  await db.bodies.put({ id: here, conversationId: newId(), html: 'x', version: 0 });
  const hour = 3_600_000;
  await db.kept.bulkPut([here, gone].map((id) => ({ id, kind: 'html' as const, size: 1, at: hour })));
  expect((await readCopies(db)).map(({ id }) => id)).toEqual([here]);
  expect(await db.kept.count()).toBe(1);
  await noteUse(db, here, hour + 5);
  expect(await db.kept.get(here)).toMatchObject({ at: hour });
  await noteUse(db, here, 3 * hour);
  expect(await db.kept.get(here)).toMatchObject({ at: 3 * hour });
  await noteUse(db, newId(), 3 * hour);
  expect(await db.kept.count()).toBe(1);
});
