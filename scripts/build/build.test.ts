import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { copyOfProject } from '../../tests/support/copy-of-project';
import { readZip } from '../../tests/support/read-zip';
import { firefoxExtensionId, firefoxRedirectUri } from '../../utils/browser/extension-id';

let copy: string;
let zip: Map<string, Buffer>;
const folder = () => join(copy, '.output', 'chrome-mv3');
beforeAll(() => {
  copy = copyOfProject();
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/build.mjs'], { cwd: copy, encoding: 'utf8' });
  if (status !== 0) throw new Error(`npm run build ended with ${status}:\n${stdout}${stderr}`);
  const name = readdirSync(join(copy, '.output')).find((one) => one.endsWith('-chrome.zip')) ?? '';
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

it('SUR-8 Firefox gets a zip of its own: with its id and its sidebar, without what it does not know', () => {
  const name = readdirSync(join(copy, '.output')).find((one) => one.endsWith('-firefox.zip')) ?? '';
  const manifest = JSON.parse(
    readZip(readFileSync(join(copy, '.output', name)))
      .get('manifest.json')
      ?.toString('utf8') ?? '',
  );
  expect(manifest).toMatchObject({
    manifest_version: 3,
    browser_specific_settings: { gecko: { id: firefoxExtensionId } },
    sidebar_action: { default_panel: 'sidepanel.html' },
    optional_host_permissions: expect.arrayContaining(['https://mail.google.com/*']),
  });
  expect(manifest).not.toHaveProperty('key');
  expect(manifest.permissions).not.toContain('sidePanel');
});

it('K21 hubs list the redirect Firefox makes out of that id', () => {
  expect(new URL(firefoxRedirectUri).hostname).toBe(`${createHash('sha1').update(firefoxExtensionId).digest('hex')}.extensions.allizom.org`);
});
