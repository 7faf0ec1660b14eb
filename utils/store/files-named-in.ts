import type { StoreTables } from './store-tables';
import type { FileRow } from './stored-rows';

/** Files of this device that acts name by their hash. */
export async function filesNamedIn(tables: StoreTables, acts: readonly { args: unknown }[]): Promise<FileRow[]> {
  const hashes = [...new Set(JSON.stringify(acts.map(({ args }) => args)).match(/(?<=")[0-9a-f]{64}(?=")/g))];
  const files = hashes.length > 0 ? await tables.files.bulkGet(hashes) : [];
  return files.filter((file) => file !== undefined);
}
