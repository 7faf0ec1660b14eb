import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
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
  await expect(hubSecret({ file })).rejects.toThrow('damaged');
});

it('hubs on one database share theirs', async () => {
  const database = await freshPGlite();
  const [first, second] = await Promise.all([hubSecret({ db: database.db }), hubSecret({ db: database.db })]);
  expect(first).toBe(second);
  expect(first.length).toBeGreaterThanOrEqual(64);
  await database.close();
});
