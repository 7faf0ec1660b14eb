import { endWithNpm } from './end-with-npm.mjs';
import { ensureInstalled } from './ensure-installed.mjs';

/**
 * Runs a TypeScript file of this folder once everything it imports is installed. Until then only Node's own modules may be
 * named, which is why each command of package.json is a two-line `.mjs`.
 * @param {string} file path relative to `scripts/`
 */
export async function runTypescript(file) {
  ensureInstalled();
  endWithNpm();
  const { register } = await import('tsx/esm/api');
  register();
  await import(new URL(file, import.meta.url).href);
}
