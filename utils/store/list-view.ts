import { Dexie } from 'dexie';
import type { Conversation } from '../../domain/model/conversation';
import type { Id } from '../../domain/model/ids';
import type { ViewId } from '../../domain/view/views-of';
import type { StoreTables } from './store-tables';

export interface ListViewRequest {
  inboxId: Id;
  view: ViewId;
  order: 'newest' | 'oldest';
  limit: number;
}

/** The first rows of a view: one range read of the index all views share. */
export async function listView(db: Pick<StoreTables, 'conversations'>, { inboxId, view, order, limit }: ListViewRequest): Promise<Conversation[]> {
  const range = db.conversations.where('viewKeys').between([inboxId, view, Dexie.minKey], [inboxId, view, Dexie.maxKey]);
  return (order === 'newest' ? range.reverse() : range).limit(limit).toArray();
}
