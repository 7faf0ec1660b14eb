import { Dexie } from 'dexie';
import type { ViewName } from '../../domain/view/views-of';
import type { StoreTables } from './store-tables';

/** All conversations of a view, of every inbox that is here. In no order. */
export async function conversationsInView({ inboxes, conversations }: Pick<StoreTables, 'inboxes' | 'conversations'>, view: ViewName) {
  const found = await Promise.all(
    (await inboxes.toCollection().primaryKeys()).map((id) =>
      conversations.where('viewKeys').between([id, view, Dexie.minKey], [id, view, Dexie.maxKey]).toArray(),
    ),
  );
  return found.flat();
}
