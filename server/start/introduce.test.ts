import { sql } from 'drizzle-orm';
import { v7 } from 'uuid';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { freshPGlite } from '../../tests/support/pglite-snapshot';
import type { HubDatabase } from '../db/database';
import { DrizzleHubStore } from '../db/drizzle-hub-store';
import { rowsOf } from '../db/rows-of';
import { findAdministrator } from './find-administrator';
import { introduce } from './introduce';
import { peopleOf } from './people-of';
import { setUp } from './set-up';

let database: HubDatabase;
let store: DrizzleHubStore;
beforeAll(async () => {
  database = await freshPGlite();
  store = new DrizzleHubStore(database.db, () => 'e');
  await setUp(store, { now: Date.now(), mailDomain: 'samtale.example' });
});
afterAll(() => database.close());

it('CHN-3 the first agent’s name and the team’s stand on their first mail, and their inbox is called by a word of their language; said again it changes nothing, and a team address is refused', async () => {
  const { db } = database;
  const host = { db, store, now: Date.now };
  const people = peopleOf(host);
  const first = await findAdministrator(db);
  if (!first) throw new Error('a hub without an administrator');
  expect(await people.isAlone(first.id)).toBe(true);
  expect(await people.isAlone(v7())).toBe(false);
  const self = { name: 'Mette Holm', email: 'mette@havnegaard.example', team: 'Havnegaard', locale: 'da' as const };
  expect(await introduce(host, first.id, { ...self, email: 'inbox@samtale.example' })).toMatchObject({ refused: 'address-taken' });
  for (const _ of [1, 2]) expect(await introduce(host, first.id, self)).toBeUndefined();
  expect(await findAdministrator(db)).toMatchObject({ id: first.id, name: 'Mette Holm', email: 'mette@havnegaard.example' });
  const names = sql`select doc->>'name' as name from workspaces where not deleted union all select doc->>'companyName' from channels where not deleted`;
  expect((await rowsOf<{ name: string }>(db, names)).map(({ name }) => name)).toEqual(['Havnegaard', 'Havnegaard']);
  const inboxes = sql`select doc->>'name' as name from inboxes where not deleted`;
  expect(await rowsOf(db, inboxes)).toEqual([{ name: 'Indbakke' }]);
});
