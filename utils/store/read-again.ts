import { kindOfSpace } from '../../domain/model/ids';
import { wireRevision } from '../../sync/protocol';
import { firstPage } from './first-page';
import { metaRow } from './me';
import type { StoreTables } from './store-tables';

/** Whether an older version could not read what this one perhaps can. */
export const mayReadMore = async (tables: Pick<StoreTables, 'meta'>) => ((await metaRow(tables, 'unknown'))?.revision ?? wireRevision) < wireRevision;

/**
 * Has the spaces told again in which an older version could not read everything: an inbox by its history, with its cursor kept so that what goes
 * meanwhile goes here too; another space from its beginning. What is here already is not touched.
 */
export async function readAgain(tables: StoreTables): Promise<void> {
  const unknown = await metaRow(tables, 'unknown');
  await tables.meta.delete('unknown');
  for (const space of new Set(unknown?.rows.map((row) => row.space))) {
    const held = await tables.spaces.get(space);
    if (!held) continue;
    await tables.spaces.put(kindOfSpace(space) === 'inbox' ? { ...held, bootstrap: firstPage } : { ...held, cursor: 0 });
  }
}
