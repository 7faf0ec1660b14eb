import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { databaseNameOf } from '../connection/database-name';
import { openDatabase } from './database';
import { migrations } from './migrations/migrations';
import { answerOf, openAsItIs } from './open-as-it-is';

const newest = Math.max(...migrations.map(({ version }) => version)) * 10;
const names = async () => (await indexedDB.databases()).map(({ name }) => name);

it('P9 a workspace that is not there is not made', async () => {
  const name = databaseNameOf('gone');
  expect(await openAsItIs(name, newest)).toBeUndefined();
  expect(await names()).not.toContain(name);
});

it('P9 one of this version is read, and one of another is left alone', async () => {
  const name = databaseNameOf('here');
  const db = openDatabase(name);
  await db.open();
  db.close();
  const read = await openAsItIs(name, newest);
  expect(read && (await answerOf(read.transaction('meta').objectStore('meta').count()))).toBe(0);
  read?.close();
  expect(await openAsItIs(name, newest + 10)).toBeUndefined();
});

it('P9 who wipes or upgrades a workspace is not kept waiting', async () => {
  const name = databaseNameOf('wiped');
  const db = openDatabase(name);
  await db.open();
  db.close();
  expect(await openAsItIs(name, newest)).toBeDefined();
  await answerOf(indexedDB.deleteDatabase(name));
  expect(await names()).not.toContain(name);
});
