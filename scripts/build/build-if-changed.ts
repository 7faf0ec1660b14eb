import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { extensionFolder, root } from './extension-folder';

/** Everything the extension is made of. */
const inputs = [
  'entrypoints',
  'components',
  'utils',
  'domain',
  'sync',
  'public',
  'wxt.config.ts',
  'scripts/build/one-entity-table.ts',
  'package-lock.json',
];
const stamp = `${extensionFolder}.stamp`;

/** Builds the extension unless the one that is there was made from exactly these files. Throws when the build fails. */
export async function buildIfChanged() {
  const wanted = await fingerprintOf(inputs);
  if (existsSync(join(extensionFolder, 'manifest.json')) && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  rmSync(stamp, { force: true });
  const wxt = join(root, 'node_modules', 'wxt', 'bin', 'wxt.mjs');
  const { SAMTALE_GATES: _, ...env } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, [wxt, 'build'], { cwd: root, env, encoding: 'utf8' });
  if (status !== 0) throw new Error(`the extension does not build:\n${stdout}${stderr}`);
  writeFileSync(stamp, wanted);
}

async function fingerprintOf(paths: string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const path of paths) {
    for (const file of await filesOf(path)) hash.update(`${file}\0`).update(await readFile(join(root, file)));
  }
  return hash.digest('hex');
}

async function filesOf(path: string): Promise<string[]> {
  if (!existsSync(join(root, path))) return [];
  if (/\.\w+$/.test(path)) return [path];
  const entries = await readdir(join(root, path), { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name)).map((entry) => join(entry.parentPath, entry.name));
  return files.map((file) => file.slice(root.length)).sort();
}
