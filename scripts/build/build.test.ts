import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { copyOfProject } from '../../tests/support/copy-of-project';
import { readZip } from '../../tests/support/read-zip';

let copy: string;
let zip: Map<string, Buffer>;
const folder = () => join(copy, '.output', 'chrome-mv3');
beforeAll(() => {
  copy = copyOfProject();
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/build.mjs'], { cwd: copy, encoding: 'utf8' });
  if (status !== 0) throw new Error(`npm run build ended with ${status}:\n${stdout}${stderr}`);
  const name = readdirSync(join(copy, '.output')).find((one) => one.endsWith('.zip')) ?? '';
  zip = readZip(readFileSync(join(copy, '.output', name)));
}, 240_000);
afterAll(() => rmSync(copy, { recursive: true, force: true }));

it('K21 the zip names no key, which stores refuse; the folder one loads by hand does, and has the id hubs list', () => {
  const zipped: unknown = JSON.parse(zip.get('manifest.json')?.toString('utf8') ?? '');
  const { key, ...rest } = JSON.parse(readFileSync(join(folder(), 'manifest.json'), 'utf8')) as { key: string };
  expect(zipped).not.toHaveProperty('key');
  expect(zipped).toEqual(rest);
  expect(key).toMatch(/^MIIB/);
});

it('the zip holds every other file of the folder to the byte', () => {
  const files = readdirSync(folder(), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const names = files.map((file) => join(file.parentPath, file.name).slice(folder().length + 1));
  expect([...zip.keys()].sort()).toEqual(names.map((name) => name.replaceAll('\\', '/')).sort());
  for (const name of names.filter((one) => one !== 'manifest.json'))
    expect(zip.get(name.replaceAll('\\', '/'))?.equals(readFileSync(join(folder(), name))), name).toBe(true);
});
