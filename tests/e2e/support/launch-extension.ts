import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BrowserContext, chromium } from '@playwright/test';
import { findChromium } from '../../../scripts/find/chromium';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** `shipped` is byte for byte what people get; `gates` is the same code held at named points by a test (SAMTALE_GATES=1). */
export type Build = 'shipped' | 'gates';
export const buildFolder = (build: Build) => join(root, '.output', build === 'gates' ? 'chrome-mv3-gates' : 'chrome-mv3');

export interface Launched {
  context: BrowserContext;
  /** The profile's folder, kept by `close({ keepProfile: true })` for a browser that is started again. */
  profile: string;
  close(): Promise<void>;
}

/** Chromium with the extension in a profile of its own. Give `profile` to start a browser again on what it left behind. */
export async function launchExtension({ build = 'shipped', profile }: { build?: Build; profile?: string } = {}): Promise<Launched> {
  const folder = buildFolder(build);
  if (!existsSync(join(folder, 'manifest.json'))) throw new Error(`${folder} is not built: npm test -- build`);
  const directory = profile ?? (await mkdtemp(join(tmpdir(), 'samtale-profile-')));
  const executablePath = findChromium();
  const context = await chromium.launchPersistentContext(directory, {
    ...(executablePath && { executablePath }),
    headless: true,
    viewport: { width: 1280, height: 900 },
    locale: 'en-GB',
    args: [
      `--disable-extensions-except=${folder}`,
      `--load-extension=${folder}`,
      // `Extensions.triggerAction` presses the real toolbar button.
      '--enable-unsafe-extension-debugging',
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--lang=en-GB',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
  // What does not come says so by name, long before its test has taken too long.
  context.setDefaultTimeout(90_000);
  return {
    context,
    profile: directory,
    async close() {
      await context.close();
      if (!profile) await rm(directory, { recursive: true, force: true });
    },
  };
}
