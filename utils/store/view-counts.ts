import type { Id } from '../../domain/model/ids';
import { type CounterKey, type CustomViewId, counterKeysOf, customViewId, type ViewName, viewNames } from '../../domain/view/views-of';
import { me, metaRow } from './me';
import type { StoreTables } from './store-tables';

type CountTables = Pick<StoreTables, 'counters' | 'meta' | 'base' | 'conversations'>;

/** Whose database it is never changes, so it is read once for each. */
const owners = new WeakMap<CountTables, Id>();

/** A custom view that is still being put together, or whose inbox is still coming, has no figure yet (VIEW-13). */
export type ViewCounts = Record<ViewName, number> & { [view: CustomViewId]: number | undefined };

/** How many stand in each view: maintained, never counted. While the history is still coming the hub's own numbers and our pending acts (K7). */
export async function viewCounts(db: CountTables, inboxId: Id): Promise<ViewCounts> {
  const [owner, row, index] = await Promise.all([ownerOf(db), db.counters.get(inboxId), metaRow(db, 'viewIndex')]);
  const counts = row?.hub ? await withPending(db, inboxId, row.hub) : (row?.counts ?? {});
  const keyOf = (view: ViewName): CounterKey => (view === 'mine' ? `mine:${owner ?? ''}` : view);
  const ready = row?.hub ? [] : (index?.views ?? []).filter((view) => view.ready && view.inboxId === inboxId);
  return Object.fromEntries([
    ...viewNames.map((view) => [view, counts[keyOf(view)] ?? 0]),
    ...ready.map(({ id }) => [customViewId(id), counts[customViewId(id)] ?? 0]),
  ]) as ViewCounts;
}

async function ownerOf(db: CountTables): Promise<Id | undefined> {
  const known = owners.get(db) ?? (await me(db))?.agentId;
  if (known !== undefined) owners.set(db, known);
  return known;
}

async function withPending(db: CountTables, inboxId: Id, counters: Record<string, number>): Promise<Partial<Record<string, number>>> {
  const counts = { ...counters };
  const add = (keys: CounterKey[], by: number) => {
    for (const key of keys) counts[key] = (counts[key] ?? 0) + by;
  };
  const bases = await db.base.where('[table+id]').between(['conversations', ''], ['conversations', '\uffff']).toArray();
  for (const base of bases) {
    if (base.table !== 'conversations') continue;
    const now = await db.conversations.get(base.id);
    if (base.row?.inboxId === inboxId) add(counterKeysOf(base.row), -1);
    if (now?.inboxId === inboxId) add(counterKeysOf(now), 1);
  }
  return counts;
}
