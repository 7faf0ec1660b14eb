import type { Conversation } from '../../domain/model/conversation';
import type { Id } from '../../domain/model/ids';
import { customCountersOf, customViewKeys } from '../../domain/view/custom-view-keys';
import type { IndexedView } from '../../domain/view/indexed-view';
import { type CounterKey, counterKeysOf, type ViewKey, viewKeysOf } from '../../domain/view/views-of';
import { metaRow } from './me';
import type { StoreTables } from './store-tables';
import type { Counters, StoredConversation } from './stored-rows';

/** A conversation as it is here and as it shall be; `null` takes it away. */
export interface ConversationChange {
  id: Id;
  old: StoredConversation | undefined;
  next: Conversation | null;
  version: number;
}

/**
 * The only writer of conversations: row, view keys and counters change together or not at all, the counters by the difference
 * (K3). After any history they equal a recount.
 */
export async function putConversations(tables: StoreTables, me: Id | null, changes: readonly ConversationChange[]): Promise<void> {
  const views = changes.some(({ next }) => next) ? ((await metaRow(tables, 'viewIndex'))?.views ?? []) : [];
  const puts = changes.flatMap(({ next, version }) => (next ? [storedConversation(next, version, me, views)] : []));
  const gone = changes.flatMap(({ id, old, next }) => (old && !next ? [id] : []));
  if (puts.length > 0) await tables.conversations.bulkPut(puts);
  if (gone.length > 0) await tables.conversations.bulkDelete(gone);
  await count(
    tables,
    changes.flatMap(({ old }) => old ?? []),
    puts,
  );
}

/** One of them. */
export const putConversation = (tables: StoreTables, me: Id | null, change: ConversationChange) => putConversations(tables, me, [change]);

function storedConversation(row: Conversation, version: number, me: Id | null, views: readonly IndexedView[]): StoredConversation {
  const stored = { ...row, version, viewKeys: allViewKeys(row, me, views) };
  return row.status === 'open' && row.ownerId !== null ? { ...stored, openOwner: openOwnerKey(row.space, row.ownerId) } : stored;
}

/** Where a row stands: in the standard views, and in those somebody made. */
export const allViewKeys = (row: Conversation, me: Id | null, views: readonly IndexedView[]): ViewKey[] => [
  ...viewKeysOf(row, me),
  ...customViewKeys(row, me, views),
];

export const openOwnerKey = (space: string, ownerId: Id) => `${space}/${ownerId}`;

async function count(tables: StoreTables, olds: readonly StoredConversation[], puts: readonly StoredConversation[]) {
  const byInbox = new Map<Id, Map<CounterKey, number>>();
  const add = (row: StoredConversation, by: number) => {
    const diff = byInbox.get(row.inboxId) ?? new Map<CounterKey, number>();
    byInbox.set(row.inboxId, diff);
    // Of a custom view what the row was counted in before, though the view may be another by now.
    for (const key of [...counterKeysOf(row), ...customCountersOf(row.viewKeys)]) diff.set(key, (diff.get(key) ?? 0) + by);
  };
  for (const old of olds) add(old, -1);
  for (const put of puts) add(put, 1);
  const moved = [...byInbox].filter(([, diff]) => [...diff.values()].some((by) => by !== 0));
  if (moved.length === 0) return;
  const rows = await tables.counters.bulkGet(moved.map(([inboxId]) => inboxId));
  await tables.counters.bulkPut(moved.map(([inboxId, diff], at) => counted(rows[at] ?? { inboxId, counts: {}, hub: null }, diff)));
}

const counted = ({ counts, ...row }: Counters, diff: Map<CounterKey, number>): Counters => ({
  ...row,
  counts: { ...counts, ...Object.fromEntries([...diff].map(([key, by]) => [key, (counts[key] ?? 0) + by])) },
});
