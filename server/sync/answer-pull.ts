import { type Id, kindOfSpace, type SpaceId } from '../../domain/model/ids';
import { type PullRequest, type PullResponse, pullLimit } from '../../sync/protocol';
import type { HubSnapshot } from './hub-store';
import { type SignedOutAnswer, type SyncHost, signedOut } from './sync-host';

type Page = PullResponse['changes'][number];

/** Everything above a client's cursors, all spaces in one snapshot (K4), at most about `limit` rows. */
export async function answerPull(
  host: Pick<SyncHost, 'store' | 'now'>,
  agentId: Id,
  request: PullRequest,
  limit = pullLimit,
): Promise<PullResponse | SignedOutAnswer> {
  const epoch = await host.store.epoch();
  return host.store.snapshot(async (snapshot) => {
    const agent = await snapshot.agent(agentId);
    if (!agent?.active) return signedOut;
    const spaces = await snapshot.spacesOf(agentId);
    const head = { epoch, now: host.now(), agentId, workspaceId: agent.workspaceId, spaces };
    // Cursors of a database that was restored since say nothing: the client starts over when it reads the epoch (K12).
    if (request.epoch !== null && request.epoch !== epoch) return { ...head, reset: [], changes: [], more: false, lastMutationId: null };

    const reset: SpaceId[] = [];
    const changes: Page[] = [];
    let more = false;
    let room = limit;
    for (const space of spaces) {
      const cursor = request.cursors[space];
      if (cursor === undefined && kindOfSpace(space) === 'inbox') continue;
      const version = await snapshot.version(space);
      if (cursor !== undefined && (await isUseless(snapshot, space, cursor, version))) {
        reset.push(space);
        // An inbox is bootstrapped again; the other kinds are simply pulled again from nothing.
        more ||= kindOfSpace(space) !== 'inbox';
        continue;
      }
      if (cursor === version) continue;
      if (room <= 0) {
        more = true;
        continue;
      }
      const page = await pageOf(snapshot, space, cursor ?? 0, version, room);
      changes.push(page);
      room -= page.rows.length;
      more ||= page.to < version;
    }
    return { ...head, reset, changes, more, lastMutationId: more ? null : await snapshot.lastMutationId(request.clientId) };
  });
}

const isUseless = async (snapshot: HubSnapshot, space: SpaceId, cursor: number, version: number) =>
  cursor > version || (cursor > 0 && cursor < (await snapshot.prunedBelow(space)));

/**
 * A page that starts at nothing ends no lower than `prunedBelow`, however long: a cursor left below it would be told to start
 * again, for ever (K13).
 */
async function pageOf(snapshot: HubSnapshot, space: SpaceId, from: number, version: number, limit: number): Promise<Page> {
  const pruned = from === 0 ? await snapshot.prunedBelow(space) : 0;
  const rows: Page['rows'] = [];
  let to = from;
  do {
    const found = await snapshot.changesSince(space, to, limit);
    rows.push(...found);
    // The newest version has rows unless they were pruned: only an empty answer means that nothing is left below `version`.
    to = found.at(-1)?.version ?? version;
  } while (to < pruned);
  return { space, to, rows };
}
