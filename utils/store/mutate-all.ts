import { type Refusal, refuse } from '../../domain/core/refusal';
import type { ArgsOf, MutationName } from '../../domain/mutations';
import { isDiskFull } from '../../sync/is-disk-full';
import type { SamtaleDatabase } from './database';
import { performAct } from './mutate';
import { newId } from './new-id';
import { transact } from './store-tables';
import { withReopen } from './with-reopen';

export type NamedAct = { [N in MutationName]: { name: N; args: ArgsOf<N> } }[MutationName];

class Refused extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.refused);
  }
}

/**
 * `mutate` for acts that are one thing to whoever does them, as an inbox with its people, its address and its rules: all of them, or none
 * when one is refused. Answers which refusal that was.
 */
export async function mutateAll(db: SamtaleDatabase, acts: readonly NamedAct[]): Promise<Refusal | undefined> {
  const claimedAt = Date.now();
  const all = acts.map(({ name, args }) => ({ uuid: newId(), name, args: JSON.parse(JSON.stringify(args)), claimedAt }));
  try {
    await withReopen(db, () =>
      transact(db, async (tables) => {
        for (const act of all) {
          const { refused } = await performAct(tables, act);
          // Thrown, so that the transaction leaves nothing of those before it.
          if (refused) throw new Refused(refused);
        }
      }),
    );
    return undefined;
  } catch (error) {
    if (error instanceof Refused) return error.refusal;
    if (isDiskFull(error)) return refuse('disk-full');
    throw error;
  }
}
