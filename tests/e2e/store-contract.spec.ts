import { expect, test } from './fixtures';
import { bundleForPage } from './support/bundle-for-page';

test('the store contract holds over Dexie in a real browser', async ({ openPage }) => {
  const page = await openPage('sidepanel.html');
  // The suite that every store passes, as one script.
  const suite = await bundleForPage('./contract-in-page.ts', 'contract');
  const results = await page.evaluate<{ name: string; failed: string | null }[]>(`(async () => { ${suite}; return contract.runAll(); })()`);
  expect(results.length).toBeGreaterThan(5);
  expect(results.filter(({ failed }) => failed !== null)).toEqual([]);
});
