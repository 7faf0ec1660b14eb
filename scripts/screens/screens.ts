import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { buildIfChanged } from '../build/build-if-changed';
import { root } from '../build/extension-folder';
import { obtainChromium } from '../find/obtain';

/** `npm run screens`: a picture of every screen, the panel at 400 px and the full page at 1440, light and dark, from the sample workspace, into docs/screens/. */
const chromium = await obtainChromium();
if (!chromium) throw new Error('no browser to take pictures with (CHROMIUM names its program)');
await buildIfChanged();
const playwright = join(root, 'node_modules', '@playwright', 'test', 'cli.js');
const args = [playwright, 'test', '--config', 'scripts/screens/playwright.config.ts'];
const { status } = spawnSync(process.execPath, args, { cwd: root, env: { ...process.env, CHROMIUM: chromium }, stdio: 'inherit' });
process.exit(status ?? 1);
