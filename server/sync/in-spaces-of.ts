import type { Id, SpaceId } from '../../domain/model/ids';
import type { HubStore } from './hub-store';

interface Store<Transaction> extends Pick<HubStore, 'snapshot'> {
  transaction<T>(scope: readonly SpaceId[], run: (transaction: Transaction) => Promise<T>): Promise<T>;
}

/** One transaction as an agent: rows outside their spaces do not exist for what runs (K10). */
export async function inSpacesOf<Transaction, T>(store: Store<Transaction>, agentId: Id, run: (transaction: Transaction) => Promise<T>): Promise<T> {
  const spaces = await store.snapshot((snapshot) => snapshot.spacesOf(agentId));
  return store.transaction(spaces, run);
}
