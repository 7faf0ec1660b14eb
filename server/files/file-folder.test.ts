import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { FileFolder } from './file-folder';

let root: string;
let files: FileFolder;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'samtale-files-'));
  files = new FileFolder(root);
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const hash = createHash('sha256').update('hello world').digest('hex');
async function* pieces(...texts: string[]) {
  for (const text of texts) yield new TextEncoder().encode(text);
}
const kept = () => readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());

it('K18 keeps bytes under their hash, however often they come', async () => {
  expect(await files.write(hash, pieces('hello ', 'world'), 100)).toEqual({ size: 11 });
  await files.write(hash, pieces('hello world'), 100);
  expect(new TextDecoder().decode(await files.find(hash))).toBe('hello world');
  expect(kept()).toHaveLength(1);
});

it('K18 F24 bytes of another hash, too many, or cut short leave nothing behind', async () => {
  await expect(files.write(hash, pieces('hello'), 100)).rejects.toMatchObject({ why: 'other-bytes' });
  await expect(files.write(hash, pieces('hello ', 'world'), 10)).rejects.toMatchObject({ why: 'too-large' });
  const cut = async function* () {
    yield* pieces('hello');
    throw new Error('the line went dead');
  };
  await expect(files.write(hash, cut(), 100)).rejects.toThrow('went dead');
  expect(kept()).toEqual([]);
  expect(await files.find(hash)).toBeUndefined();
  expect(await files.open(hash)).toBeUndefined();
});

it('a name that is no sha256 is no way out of the folder', async () => {
  await expect(files.find('../../etc/passwd')).rejects.toThrow('not a sha256');
});
