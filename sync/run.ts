import type { Gate } from './gate';
import type { ClientStore, Clock, Source } from './ports';

/** What one sync works with. Nothing is remembered between two syncs but what the store holds. */
export interface Run {
  store: ClientStore;
  source: Source;
  clock: Clock;
  gate: Gate;
}
