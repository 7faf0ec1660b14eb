import type { Refusal } from '../../domain/core/refusal';
import { runMutation } from '../../domain/core/run-mutation';
import type { Id } from '../../domain/model/ids';
import { type ArgsOf, findMutation, type MutationName } from '../../domain/mutations';
import { commitUnlessRefused } from './commit-refused';
import type { HubTransaction } from './hub-store';

export interface HostAct<N extends MutationName> {
  name: N;
  args: ArgsOf<N>;
  workspaceId: Id;
  uuid: Id;
  /** ms */
  at: number;
}

/** Runs one act of the host itself (set-up, a timer, what came of a mail) inside a transaction. Answers why not, or nothing. */
export async function actAsHost<N extends MutationName>(
  transaction: HubTransaction,
  { name, args, workspaceId, uuid, at }: HostAct<N>,
): Promise<Refusal | undefined> {
  const rule = findMutation(name);
  if (!rule) throw new Error(`${name} is not registered`);
  const outcome = await runMutation(transaction.reader, rule, args, { at, claimedAt: null, uuid, by: { kind: 'system', workspaceId } });
  return outcome.refused ?? commitUnlessRefused(transaction, outcome.writes);
}
