// First: the page's policy forbids the evaluation zod would otherwise try.
import '../../../utils/browser/no-eval';
import { dexieHarness } from '../../contract/dexie-harness';
import { storeContract } from '../../contract/store-contract';

/** Runs in the page: every case of the contract, one after the other, on the browser's own IndexedDB. */
export async function runAll(): Promise<{ name: string; failed: string | null }[]> {
  const results = [];
  for (const { name, run } of storeContract) {
    const failed = await run(dexieHarness).then(
      () => null,
      (error: unknown) => (error instanceof Error ? (error.stack ?? error.message) : String(error)),
    );
    results.push({ name, failed });
  }
  return results;
}
