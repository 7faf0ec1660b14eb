import { type Refusal, refuse } from '../../domain/core/refusal';
import { runMutation } from '../../domain/core/run-mutation';
import type { Id, SpaceId } from '../../domain/model/ids';
import { acceptedSchemaVersions, findMutation } from '../../domain/mutations';
import type { PushedMutation, PushOutcome, PushRequest, PushResponse } from '../../sync/protocol';
import { clampClaimedAt } from './clamp-claimed-at';
import { ClientOfAnother } from './client-of-another';
import { commitUnlessRefused } from './commit-refused';
import { faultsUntilParked } from './fault-tally';
import { hashesIn } from './hashes-in';
import { mayHaveGoneOut, withMailHeld } from './hold-mail';
import type { HubTransaction } from './hub-store';
import { StoreUnavailable } from './store-unavailable';
import { type SignedOutAnswer, type SyncHost, signedOut } from './sync-host';

type Stopped = NonNullable<PushResponse['stopped']>;
type Settled = { refused: Refusal | null; lastMutationId: number; membersChanged: boolean };
type Step = Settled | { stopped: Stopped; lastMutationId: number };

/**
 * Applies a client's acts in order, each once per (client, id) and once per uuid, in one transaction with its record. Refusals
 * are recorded and answered alike at every try. A fault in the first act is thrown (the client backs off and comes again); behind
 * others it ends the answer, so that those are settled. After some tries the act is parked as refused (F22).
 */
export async function applyPush(host: SyncHost, agentId: Id, request: PushRequest): Promise<PushResponse | SignedOutAnswer> {
  const epoch = await host.store.epoch();
  const hub = { epoch, restored: await host.store.isRestored() };
  const outcomes: PushOutcome[] = [];
  const answer = (lastMutationId: number, stopped: Stopped | null): PushResponse => ({ epoch, lastMutationId, outcomes, stopped });
  if (request.epoch !== null && request.epoch !== epoch) return answer(0, { why: 'new-epoch' });

  let spaces = await activeSpacesOf(host, agentId);
  if (!spaces) return signedOut;
  let lastMutationId = 0;
  for (const mutation of request.mutations) {
    let step: Step;
    try {
      step = await settle(host, spaces, { agentId, clientId: request.clientId, mutation, hub });
    } catch (fault) {
      if (fault instanceof ClientOfAnother) return answer(0, { why: 'client-forked' });
      if (outcomes.length === 0) throw fault;
      return answer(lastMutationId, null);
    }
    lastMutationId = step.lastMutationId;
    if ('stopped' in step) return answer(lastMutationId, step.stopped);
    outcomes.push({ id: mutation.id, uuid: mutation.uuid, refused: step.refused });
    if (step.membersChanged) {
      spaces = await activeSpacesOf(host, agentId);
      if (!spaces) return answer(lastMutationId, null);
    }
  }
  return answer(lastMutationId, null);
}

interface Push {
  agentId: Id;
  clientId: Id;
  mutation: PushedMutation;
  hub: { epoch: string; restored: boolean };
}

const activeSpacesOf = (host: SyncHost, agentId: Id): Promise<SpaceId[] | undefined> =>
  host.store.snapshot(async (snapshot) => ((await snapshot.agent(agentId))?.active ? snapshot.spacesOf(agentId) : undefined));

/** Runs one act; a fault of it is counted, and the last one turns into a recorded refusal. */
async function settle(host: SyncHost, spaces: readonly SpaceId[], push: Push): Promise<Step> {
  const { mutation } = push;
  const scope = findMutation(mutation.name)?.everywhere ? 'all' : spaces;
  try {
    const step = await host.store.transaction(scope, (transaction) => applyOne(host, transaction, spaces, push));
    host.faults.settle(mutation.uuid);
    return step;
  } catch (fault) {
    if (fault instanceof StoreUnavailable || fault instanceof ClientOfAnother) throw fault;
    host.report(fault, mutation);
    if (host.faults.add(mutation.uuid) < faultsUntilParked) throw fault;
    const parked = await host.store.transaction(scope, (transaction) => applyOne(host, transaction, spaces, push, refuse('bad-arguments')));
    host.faults.settle(mutation.uuid);
    return parked;
  }
}

/** `verdict`: record this refusal instead of running the rule. */
async function applyOne(
  host: SyncHost,
  transaction: HubTransaction,
  spaces: readonly SpaceId[],
  { agentId, clientId, mutation, hub }: Push,
  verdict?: Refusal,
): Promise<Step> {
  const { lastMutationId: last } = await transaction.client(clientId, agentId);
  const { id, uuid } = mutation;

  if (id <= last) {
    const before = await transaction.applied(clientId, id);
    return before?.uuid === uuid
      ? { refused: before.refused, lastMutationId: last, membersChanged: false }
      : { stopped: { why: 'client-forked' }, lastMutationId: last };
  }
  if (id > last + 1) return { stopped: { why: 'gap' }, lastMutationId: last };

  const at = host.now();
  const record = async (refused: Refusal | null, membersChanged = false): Promise<Settled> => {
    await transaction.recordApplied({ clientId, mutationId: id, uuid, refused, at });
    return { refused, lastMutationId: id, membersChanged };
  };
  const known = await transaction.appliedByUuid(uuid);
  if (known) return record(known.refused);
  if (verdict) return record(verdict);
  if (!acceptedSchemaVersions.includes(mutation.schemaVersion)) return record(refuse('newer-client'));
  const rule = findMutation(mutation.name);
  if (!rule) return record(refuse('unknown-mutation'));

  for (const hash of hashesIn(mutation.args)) {
    // Whatever the rule reads: an agent names what they may read themselves.
    if (!(await transaction.hasFile(hash, spaces))) return { stopped: { why: 'attachment-missing', hash }, lastMutationId: last };
  }
  const meta = { at, claimedAt: clampClaimedAt(mutation.claimedAt, at), uuid, by: { kind: 'agent', agentId } } as const;
  const outcome = await runMutation(transaction.reader, rule, mutation.args, meta);
  if (outcome.refused) return record(outcome.refused);
  const writes = mayHaveGoneOut(mutation, hub) ? withMailHeld(outcome.writes, at) : outcome.writes;
  const refused = await commitUnlessRefused(transaction, writes);
  if (refused) return record(refused);
  return record(
    null,
    outcome.writes.some((write) => write.table === 'members' || write.table === 'agents'),
  );
}
