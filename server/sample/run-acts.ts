import type { Act } from '../../utils/sample/act';
import { together, writesOfActs } from '../../utils/sample/writes-of-acts';
import type { HubStore } from '../sync/hub-store';

/** Runs the acts in their order. */
export async function runActs(store: HubStore, acts: readonly Act[]) {
  for (let from = 0; from < acts.length; from += together)
    await store.transaction('all', async (transaction) =>
      transaction.commit(await writesOfActs(transaction.reader, acts.slice(from, from + together))),
    );
}
