import type { Refusal } from '../../domain/core/refusal';
import type { Id } from '../../domain/model/ids';
import type { MutationName } from '../../domain/mutations';
import { actIn, type HubAct } from './act-in';
import { inSpacesOf } from './in-spaces-of';
import type { SyncHost } from './sync-host';

/** Runs one act of an agent that only the hub can do (X27), as if it had been pushed: within the agent's spaces. Answers why not, or nothing. */
export const actAsAgent = <N extends MutationName>(
  host: Pick<SyncHost, 'store' | 'now'>,
  agentId: Id,
  act: Omit<HubAct<N>, 'at'>,
): Promise<Refusal | undefined> =>
  inSpacesOf(host.store, agentId, (transaction) => actIn(transaction, { ...act, at: host.now(), by: { kind: 'agent', agentId } }));
