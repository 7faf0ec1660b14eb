import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { buildIfChanged } from '../build/build-if-changed';
import { root } from '../build/extension-folder';
import { obtainChromium } from '../find/obtain';

/** `npm run screens`: a picture of every screen, the panel at 400 px and the full page at 1440, light and dark, from the sample workspace, into docs/screens/. */
const chromium = await obtainChromium();
if (!chromium) throw new Error('no browser to take pictures with (CHROMIUM names its program)');
await buildIfChanged();
// The first sync is pictured while it is held at a gate.
const wxt = join(root, 'node_modules', 'wxt', 'bin', 'wxt.mjs');
const gates = spawnSync(process.execPath, [wxt, 'build'], { cwd: root, env: { ...process.env, SAMTALE_GATES: '1' }, encoding: 'utf8' });
if (gates.status !== 0) throw new Error(`the build with gates does not build:\n${gates.stdout}${gates.stderr}`);
const playwright = join(root, 'node_modules', '@playwright', 'test', 'cli.js');
const args = [playwright, 'test', '--config', 'scripts/screens/playwright.config.ts'];
const { status } = spawnSync(process.execPath, args, { cwd: root, env: { ...process.env, CHROMIUM: chromium }, stdio: 'inherit' });
process.exit(status ?? 1);
