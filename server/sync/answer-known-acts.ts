import type { Id } from '../../domain/model/ids';
import type { KnownActsRequest, KnownActsResponse } from '../../sync/protocol';
import { type SignedOutAnswer, type SyncHost, signedOut } from './sync-host';

/** Which of these acts this hub has; a client asks when it finds the hub restored (K12). An act's uuid tells nothing of what it did. */
export async function answerKnownActs(
  host: Pick<SyncHost, 'store'>,
  agentId: Id,
  { uuids }: KnownActsRequest,
): Promise<KnownActsResponse | SignedOutAnswer> {
  const epoch = await host.store.epoch();
  return host.store.snapshot(async (snapshot) =>
    (await snapshot.agent(agentId))?.active ? { epoch, known: await snapshot.knownActs(uuids) } : signedOut,
  );
}
