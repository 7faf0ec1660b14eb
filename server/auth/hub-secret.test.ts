import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { freshPGlite } from '../../tests/support/pglite-snapshot';
import { hubSecret } from './hub-secret';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'samtale-secret-'));
});
afterEach(() => rm(folder, { recursive: true }));

it('makes a secret once, for its owner’s eyes only', async () => {
  const file = join(folder, 'secret');
  const [first, second] = await Promise.all([hubSecret({ file }), hubSecret({ file })]);
  expect(first).toBe(second);
  expect(first.length).toBeGreaterThanOrEqual(64);
  expect(await readFile(file, 'utf8')).toBe(first);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
});

it('two hubs make two secrets', async () => {
  expect(await hubSecret({ file: join(folder, 'one') })).not.toBe(await hubSecret({ file: join(folder, 'two') }));
});

it('a damaged secret is named, not replaced in silence', async () => {
  const file = join(folder, 'secret');
  await writeFile(file, '');
  // Sessions are not all that goes: what is sealed with it is lost too.
  await expect(hubSecret({ file })).rejects.toThrow(/damaged.*mailbox.*password/);
});

it('hubs on one database share theirs', async () => {
  const database = await freshPGlite();
  const [first, second] = await Promise.all([hubSecret({ db: database.db }), hubSecret({ db: database.db })]);
  expect(first).toBe(second);
  expect(first.length).toBeGreaterThanOrEqual(64);
  await database.close();
});

describe('a key that is kept outside', () => {
  const given = 'k'.repeat(48);

  it('stands in no database, and one that stood there goes out of it', async () => {
    const database = await freshPGlite();
    const { db } = database;
    const kept = async () => JSON.stringify((await db.execute('select * from auth_secret')) as unknown);
    const own = await hubSecret({ db });
    expect(await kept()).toContain(own);
    await expect(hubSecret({ db }, given)).rejects.toThrow('not the key this hub works with');
    expect(await hubSecret({ db }, own)).toBe(own);
    expect(await kept()).not.toContain(own);
    expect(await hubSecret({ db }, own)).toBe(own);
    await expect(hubSecret({ db }, given)).rejects.toThrow('not the key this hub works with');
    await expect(hubSecret({ db })).rejects.toThrow('set SAMTALE_SECRET');
    await database.close();
  });

  it('is the one of the folder, where there is one', async () => {
    const file = join(folder, 'secret');
    expect(await hubSecret({ file }, given)).toBe(given);
    const own = await hubSecret({ file });
    await expect(hubSecret({ file }, given)).rejects.toThrow(file);
    expect(await hubSecret({ file }, own)).toBe(own);
  });
});
