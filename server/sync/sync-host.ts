import type { Id } from '../../domain/model/ids';
import type { FaultTally } from './fault-tally';
import type { HubStore } from './hub-store';

/** What answering a client needs from outside; the simulation runs the same answers over a store in memory and a clock of its own. */
export interface SyncHost {
  store: HubStore;
  /** The hub's clock, ms. */
  now(): number;
  faults: FaultTally;
  /** Told of every fault of a rule or a store, with the act it happened in. */
  report(fault: unknown, act: { uuid: Id; name: string }): void;
}

/** The agent is unknown or no longer active: a 401, the outbox stays with the client. */
export const signedOut = 'signed-out';
export type SignedOutAnswer = typeof signedOut;
