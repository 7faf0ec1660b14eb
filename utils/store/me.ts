import type { Id } from '../../domain/model/ids';
import type { StoreTables } from './store-tables';
import type { MetaRows } from './stored-rows';

export type Me = { agentId: Id; workspaceId: Id };

/** Whose database this is, known from the first pull on. */
export async function me(db: Pick<StoreTables, 'meta'>): Promise<Me | undefined> {
  const row = await metaRow(db, 'me');
  return row && { agentId: row.agentId, workspaceId: row.workspaceId };
}

/** One row of `meta`, typed by its key. */
export const metaRow = async <K extends keyof MetaRows>(db: Pick<StoreTables, 'meta'>, key: K): Promise<MetaRows[K] | undefined> =>
  (await db.meta.get(key)) as MetaRows[K] | undefined;
