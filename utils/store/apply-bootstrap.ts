import { idOfSpace, type SpaceId } from '../../domain/model/ids';
import type { WithUnknown } from '../../sync/ports';
import type { BootstrapRequest, BootstrapResponse } from '../../sync/protocol';
import { applyRows } from './apply-rows';
import { clientRow } from './client-row';
import { me } from './me';
import { noteUnknown } from './note-unknown';
import { rebase } from './rebase';
import { rowKey } from './row-key';
import type { StoreTables } from './store-tables';
import type { SpaceRow } from './stored-rows';

/**
 * One page of an inbox's history, or the threads that were asked for by name. A page that was read before what we have already
 * pulled is left out and asked for again: it could bring back a row deleted since.
 */
export async function applyBootstrap(
  tables: StoreTables,
  request: Omit<BootstrapRequest, 'clientId'>,
  response: WithUnknown<BootstrapResponse>,
): Promise<void> {
  const { epoch } = await clientRow(tables);
  if (epoch !== null && epoch !== response.epoch) throw new Error('an answer of another epoch: start that epoch first');
  const held = await tables.spaces.get(request.space);
  const self = await me(tables);
  if (!held || !self || response.version < (held.cursor ?? 0)) return;

  const asked = request.conversationIds;
  const next = asked ? held : afterPage(held, request, response);
  if (!next) return;
  await rebase(tables, self.agentId, {
    rows: response.rows.map(({ table, id }) => rowKey(table, id)),
    dropped: [],
    apply: () => applyRows(tables, self.agentId, request.space, response.rows, true),
  });
  const here = new Set(asked ?? conversationsOf(response));
  const missing = await tables.missingThreads.where('space').equals(request.space).primaryKeys();
  await tables.missingThreads.bulkDelete(missing.filter((id) => here.has(id)));
  await noteUnknown(tables, { read: response.rows, unknown: response.unknown ?? [] });
  await tables.spaces.put(next);
  if (!asked) await noteHubCounts(tables, request.space, next);
}

/** Progress after this page, or nothing when the page is not the next one: it came twice. */
function afterPage(
  held: SpaceRow,
  request: Omit<BootstrapRequest, 'clientId'>,
  { version, after, total, counters, ...response }: BootstrapResponse,
): SpaceRow | undefined {
  if (!held.bootstrap || held.bootstrap.after !== request.after) return undefined;
  const done = Math.min(total, held.bootstrap.done + conversationsOf(response).length);
  return {
    space: held.space,
    // Deltas start from the first page: what changes while the others are read comes with them.
    cursor: held.cursor ?? version,
    bootstrap: after === null ? null : { after, pages: held.bootstrap.pages + 1, done, total, counters },
    wholeFrom: version,
  };
}

/** The hub's counts lie beside our own until every page is here: what a screen reads is one row. */
async function noteHubCounts(tables: StoreTables, space: SpaceId, { bootstrap }: SpaceRow): Promise<void> {
  const inboxId = idOfSpace(space);
  const row = await tables.counters.get(inboxId);
  await tables.counters.put({ inboxId, counts: row?.counts ?? {}, hub: bootstrap?.counters ?? null });
}

const conversationsOf = ({ rows }: Pick<BootstrapResponse, 'rows'>) => rows.filter(({ table }) => table === 'conversations').map(({ id }) => id);
