import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { extensionFolder, root } from './extension-folder';

/** `npm run build`: the extension for Chromium and for Firefox, its zips, and how large they are (P16). */
const wxt = join(root, 'node_modules', 'wxt', 'bin', 'wxt.mjs');
const { SAMTALE_GATES: _, ...env } = process.env;
for (const browser of ['chrome', 'firefox']) {
  const { status } = spawnSync(process.execPath, [wxt, 'zip', '-b', browser], { cwd: root, env, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

const kilobytes = (path: string) => `${Math.round(statSync(path).size / 1000)} KB`.padStart(8);
const output = join(root, '.output');
for (const zip of readdirSync(output).filter((name) => name.endsWith('.zip'))) console.log(`${kilobytes(join(output, zip))}  .output/${zip}`);
for (const script of readdirSync(extensionFolder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.js'))) {
  console.log(`${kilobytes(join(extensionFolder, script))}  ${script}`);
}
