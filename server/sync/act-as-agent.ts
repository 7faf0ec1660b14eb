import type { Refusal } from '../../domain/core/refusal';
import { runMutation } from '../../domain/core/run-mutation';
import type { Id } from '../../domain/model/ids';
import { type ArgsOf, findMutation, type MutationName } from '../../domain/mutations';
import { commitUnlessRefused } from './commit-refused';
import type { SyncHost } from './sync-host';

/** Runs one act of an agent that only the hub can do (X27), as if it had been pushed: within the agent's spaces. Answers why not, or nothing. */
export async function actAsAgent<N extends MutationName>(
  host: Pick<SyncHost, 'store' | 'now'>,
  agentId: Id,
  { name, args, uuid }: { name: N; args: ArgsOf<N>; uuid: Id },
): Promise<Refusal | undefined> {
  const rule = findMutation(name);
  if (!rule) throw new Error(`${name} is not registered`);
  const scope = await host.store.snapshot((snapshot) => snapshot.spacesOf(agentId));
  return host.store.transaction(scope, async (transaction) => {
    const meta = { at: host.now(), claimedAt: null, uuid, by: { kind: 'agent', agentId } } as const;
    const outcome = await runMutation(transaction.reader, rule, args, meta);
    return outcome.refused ?? commitUnlessRefused(transaction, outcome.writes);
  });
}
