import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { expect, test } from './fixtures';

/** The suite that every store passes, bundled into one script for a page. */
async function bundle(): Promise<string> {
  const entry = fileURLToPath(new URL('./support/contract-in-page.ts', import.meta.url));
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, minify: false, lib: { entry, formats: ['iife'], name: 'contract' } },
  });
  const [output] = Array.isArray(built) ? built : [built];
  const chunk = output && 'output' in output ? output.output[0] : undefined;
  if (chunk?.type !== 'chunk') throw new Error('no bundle');
  return chunk.code;
}

test('the store contract holds over Dexie in a real browser', async ({ openPage }) => {
  const page = await openPage('sidepanel.html');
  const results = await page.evaluate<{ name: string; failed: string | null }[]>(`(async () => { ${await bundle()}; return contract.runAll(); })()`);
  expect(results.length).toBeGreaterThan(5);
  expect(results.filter(({ failed }) => failed !== null)).toEqual([]);
});
