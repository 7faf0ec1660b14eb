import { type Id, kindOfSpace } from '../../domain/model/ids';
import { type BootstrapRequest, type BootstrapResponse, bootstrapPage } from '../../sync/protocol';
import { type SignedOutAnswer, type SyncHost, signedOut } from './sync-host';

/** The inbox is not there for this agent: the same answer whether it exists or not (K10). */
export const noSuchSpace = 'no-such-space';

/** One page of an inbox for its first sync, in one snapshot: the frame with the first page, then threads, open and newest first (K7). */
export async function answerBootstrap(
  host: Pick<SyncHost, 'store'>,
  agentId: Id,
  { space, after, conversationIds }: BootstrapRequest,
  limit = bootstrapPage,
): Promise<BootstrapResponse | SignedOutAnswer | typeof noSuchSpace> {
  const epoch = await host.store.epoch();
  return host.store.snapshot(async (snapshot) => {
    const agent = await snapshot.agent(agentId);
    if (!agent?.active) return signedOut;
    if (kindOfSpace(space) !== 'inbox' || !(await snapshot.spacesOf(agentId)).includes(space)) return noSuchSpace;

    const page = conversationIds ? { conversationIds, after: null } : await snapshot.conversationsPage(space, after, limit);
    const frame = conversationIds || after !== null ? [] : await snapshot.frameOf(space);
    const threads = page.conversationIds.length > 0 ? await snapshot.threads(space, page.conversationIds) : [];
    return {
      epoch,
      version: await snapshot.version(space),
      rows: [...frame, ...threads],
      after: page.after,
      total: await snapshot.conversationTotal(space),
      counters: await snapshot.counters(space),
    };
  });
}
