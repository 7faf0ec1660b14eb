import type { Refusal } from '../../domain/core/refusal';
import type { Write } from '../../domain/core/tx';
import type { HubTransaction } from './hub-store';

/** The store said no where no rule could see why: nothing of this commit happened, and its transaction may go on. */
export class CommitRefused extends Error {
  override name = 'CommitRefused';
  constructor(readonly refusal: Refusal) {
    super(`the store refuses: ${refusal.refused}`);
  }
}

/** Commits, or answers why the store would not have it. */
export async function commitUnlessRefused(transaction: HubTransaction, writes: readonly Write[]): Promise<Refusal | undefined> {
  try {
    await transaction.commit(writes);
    return undefined;
  } catch (fault) {
    if (fault instanceof CommitRefused) return fault.refusal;
    throw fault;
  }
}
