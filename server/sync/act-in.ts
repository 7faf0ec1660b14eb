import type { Actor } from '../../domain/core/meta';
import type { Refusal } from '../../domain/core/refusal';
import { runMutation } from '../../domain/core/run-mutation';
import type { Id } from '../../domain/model/ids';
import { type ArgsOf, findMutation, type MutationName } from '../../domain/mutations';
import { commitUnlessRefused } from './commit-refused';
import type { HubTransaction } from './hub-store';

export interface HubAct<N extends MutationName> {
  name: N;
  args: ArgsOf<N>;
  uuid: Id;
  /** ms */
  at: number;
}

/** Runs one act that nobody pushed inside a transaction, and commits it. Answers why not, or nothing. */
export async function actIn<N extends MutationName>(
  transaction: HubTransaction,
  { name, args, uuid, at, by }: HubAct<N> & { by: Actor },
): Promise<Refusal | undefined> {
  const rule = findMutation(name);
  if (!rule) throw new Error(`${name} is not registered`);
  const outcome = await runMutation(transaction.reader, rule, args, { at, claimedAt: null, uuid, by });
  return outcome.refused ?? commitUnlessRefused(transaction, outcome.writes);
}
