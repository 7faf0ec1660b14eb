import { sameJson } from '../../domain/core/same-json';
import { customViewsOf } from '../../domain/view/custom-views-of';
import { type IndexedView, indexedView } from '../../domain/view/indexed-view';
import { me, metaRow } from './me';
import { plainConversation } from './plain-row';
import { allViewKeys, putConversations } from './put-conversation';
import { type StoreTables, type TransactionHost, transact } from './store-tables';

/** Rows looked at in one transaction: few enough that nobody waits for it. */
const slice = 200;

/** The custom views of this device's agent as they are by now, as an index knows them. */
async function viewsByNow(tables: Pick<StoreTables, 'meta' | 'inboxes' | 'viewSettings' | 'workspaces'>): Promise<IndexedView[]> {
  const self = await me(tables);
  if (!self) return [];
  const [inboxes, settings, workspace] = await Promise.all([
    tables.inboxes.toArray(),
    tables.viewSettings.get(self.agentId),
    tables.workspaces.get(self.workspaceId),
  ]);
  return inboxes.flatMap((inbox) => customViewsOf(inbox, settings).map((view) => indexedView(view, workspace)));
}

/** Whether conversations do not bear the keys of all custom views yet, or of some that are no more or another by now. */
export async function areViewsBehind(db: Pick<StoreTables, 'meta' | 'inboxes' | 'viewSettings' | 'workspaces'>): Promise<boolean> {
  const index = await metaRow(db, 'viewIndex');
  return (index?.after ?? null) !== null || !sameJson(byId(await viewsByNow(db)), byId(known(index?.views ?? [])));
}

const known = (views: readonly (IndexedView & { ready: boolean })[]): IndexedView[] => views.map(({ ready: _, ...view }) => view);
/** In what order they stand is nothing to an index. */
const byId = (views: readonly IndexedView[]) => views.toSorted((a, b) => (a.id < b.id ? -1 : 1));

/**
 * Gives conversations the keys of custom views that were made or changed, and takes away those of others, a slice at a time (VIEW-13, K2). It ends in the middle as it likes and
 * goes on from there; what changes meanwhile is right from the start. Answers whether there is more to do.
 */
export const indexViewsOnce = (db: StoreTables & TransactionHost, most = slice): Promise<boolean> =>
  transact(db, async (tables) => {
    const index = (await metaRow(tables, 'viewIndex')) ?? { key: 'viewIndex', views: [], after: null };
    const now = await viewsByNow(tables);
    if (!sameJson(byId(now), byId(known(index.views)))) {
      const views = now.map((view) => {
        const before = index.views.find(({ id, inboxId }) => id === view.id && inboxId === view.inboxId);
        return { ...view, ready: before?.ready === true && sameJson(before.filter, view.filter) };
      });
      await tables.meta.put({ key: 'viewIndex', views, after: '' });
      return true;
    }
    if (index.after === null) return false;
    const rows = await tables.conversations.where('id').above(index.after).limit(most).toArray();
    const last = rows.at(-1);
    const agentId = (await me(tables))?.agentId ?? null;
    const changes = rows
      .map((old) => ({ id: old.id, old, next: plainConversation(old), version: old.version }))
      .filter(({ old, next }) => !sameJson(old.viewKeys, allViewKeys(next, agentId, index.views)));
    await putConversations(tables, agentId, changes);
    await tables.meta.put(
      last ? { ...index, after: last.id } : { ...index, views: index.views.map((view) => ({ ...view, ready: true })), after: null },
    );
    return last !== undefined;
  });
