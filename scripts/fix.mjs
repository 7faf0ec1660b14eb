import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { ensureInstalled } from './ensure-installed.mjs';
import { runTypescript } from './run-typescript.mjs';

/** `npm run fix [-- paths]`: formats, sorts imports, mends what the linter can mend safely, and writes docs/requirements.md. */
ensureInstalled();
const root = fileURLToPath(new URL('..', import.meta.url));
const biome = fileURLToPath(new URL('../node_modules/@biomejs/biome/bin/biome', import.meta.url));
const paths = process.argv.slice(2);
const { status } = spawnSync(process.execPath, [biome, 'check', '--write', ...(paths.length ? paths : ['.'])], { cwd: root, stdio: 'inherit' });
if (status !== 0) process.exit(status ?? 1);
await runTypescript('./requirements/write-requirements.ts');
