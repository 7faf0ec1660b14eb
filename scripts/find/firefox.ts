import { existsSync } from 'node:fs';
import { onPath } from './on-path';

/** Firefox for the tests of its build: `FIREFOX`, then PATH, then where systems put it. */
export function findFirefox(): string | undefined {
  const chosen = process.env.FIREFOX;
  if (chosen) return existsSync(chosen) ? chosen : undefined;
  return onPath(['firefox-esr', 'firefox'], { platform: process.platform, env: process.env, exists: existsSync }) ?? places.find(existsSync);
}

const places = ['/Applications/Firefox.app/Contents/MacOS/firefox', 'C:\\Program Files\\Mozilla Firefox\\firefox.exe'];
