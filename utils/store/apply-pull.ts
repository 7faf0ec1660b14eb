import { type Id, kindOfSpace, type SpaceId } from '../../domain/model/ids';
import type { WithUnknown } from '../../sync/ports';
import type { PullResponse } from '../../sync/protocol';
import { applyRows } from './apply-rows';
import { clientRow } from './client-row';
import { confirmedBy, keepConfirmed } from './drop-confirmed';
import { firstPage } from './first-page';
import { me } from './me';
import { noteMissing } from './note-missing';
import { noteUnknown } from './note-unknown';
import { rebase } from './rebase';
import { removeSpace } from './remove-space';
import { rowKey } from './row-key';
import type { StoreTables } from './store-tables';
import type { SpaceRow } from './stored-rows';
import { watchNews } from './watch-news';

/** One page of news, with its cursors, under what is pending here. All of it or, on a fault, nothing (I7). */
export async function applyPull(tables: StoreTables, response: WithUnknown<PullResponse>): Promise<void> {
  await knowOurselves(tables, response);
  const held = new Map((await tables.spaces.toArray()).map((row) => [row.space, row]));
  const going = [...held.keys()].filter((space) => !response.spaces.includes(space) || response.reset.includes(space));
  for (const space of going) held.delete(space);

  const changes = response.changes.filter(({ space, to }) => isAhead(held.get(space), space, to));
  const keepNews = await watchNews(tables, response, changes);
  // An inbox made here comes back by its bootstrap, not by this answer: until its first page is here, what was done in it stands by our own acts.
  const begun = response.spaces.every((space) => kindOfSpace(space) !== 'inbox' || (held.get(space)?.cursor ?? null) !== null);
  const dropped = begun ? confirmedBy(await tables.outbox.toArray(), response.lastMutationId) : [];
  await rebase(tables, response.agentId, {
    rows: going.length > 0 ? 'all' : changes.flatMap(({ rows }) => rows.map(({ table, id }) => rowKey(table, id))),
    dropped,
    apply: async () => {
      for (const space of going) await removeSpace(tables, response.agentId, space);
      for (const change of changes) await applyChange(tables, response.agentId, held.get(change.space), change);
      for (const space of response.spaces) if (!held.has(space) && kindOfSpace(space) === 'inbox') await tables.spaces.put(newInbox(space));
    },
  });
  await noteUnknown(tables, {
    spaces: response.spaces.filter((space) => !response.reset.includes(space)),
    read: changes.flatMap(({ rows }) => rows),
    unknown: response.unknown ?? [],
  });
  await keepNews();
  await keepConfirmed(tables, dropped, response.now);
}

/** Whose database this is never changes: acts of one agent must not run as another (I9, K16). */
async function knowOurselves(tables: StoreTables, { epoch, agentId, workspaceId }: PullResponse): Promise<void> {
  const client = await clientRow(tables);
  if (client.epoch !== null && client.epoch !== epoch) throw new Error('an answer of another epoch: start that epoch first');
  if (client.epoch === null) await tables.meta.put({ ...client, epoch });
  const self = await me(tables);
  if (self && self.agentId !== agentId) throw new Error('this database belongs to another agent');
  if (!self) await tables.meta.put({ key: 'me', agentId, workspaceId });
}

/** News, and of a space whose beginning is here: an answer that comes late or twice is not ahead (F4, F5). Inboxes begin with a bootstrap. */
const isAhead = (held: SpaceRow | undefined, space: SpaceId, to: number) =>
  held && held.cursor !== null ? to > held.cursor : kindOfSpace(space) !== 'inbox';

async function applyChange(
  tables: StoreTables,
  me: Id,
  held: SpaceRow | undefined,
  { space, to, rows }: PullResponse['changes'][number],
): Promise<void> {
  if (held) await noteMissing(tables, held, rows);
  await applyRows(tables, me, space, rows);
  await tables.spaces.put({ ...(held ?? { bootstrap: null, wholeFrom: 0 }), space, cursor: to });
}

const newInbox = (space: SpaceId): SpaceRow => ({ space, cursor: null, bootstrap: firstPage, wholeFrom: 0 });
