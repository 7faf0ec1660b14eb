import { Dexie } from 'dexie';
import type { Id } from '../../domain/model/ids';
import type { ListViewRequest } from './list-view';
import type { StoreTables } from './store-tables';

/** Which conversations stand in a view, all of them and in its order, out of its index alone: no row is read, and no cursor walks through them. */
export async function idsInView(
  db: Pick<StoreTables, 'conversations'>,
  { inboxId, view, order }: Pick<ListViewRequest, 'inboxId' | 'view' | 'order'>,
): Promise<Id[]> {
  const ids = await db.conversations.where('viewKeys').between([inboxId, view, Dexie.minKey], [inboxId, view, Dexie.maxKey]).primaryKeys();
  return order === 'newest' ? ids.reverse() : ids;
}
