import type { Id } from '../../domain/model/ids';

/** After this many faults an act is parked as refused, so that it never blocks the ones behind it (F22, I12). */
export const faultsUntilParked = 3;

/** How often each act has met a fault in this process. Forgotten at a restart: then it is tried three times more, which harms nothing. */
export class FaultTally {
  private readonly faults = new Map<Id, number>();

  /** Counts one more fault of this act and returns how many there were. */
  add(uuid: Id): number {
    const count = (this.faults.get(uuid) ?? 0) + 1;
    this.faults.set(uuid, count);
    return count;
  }

  settle(uuid: Id) {
    this.faults.delete(uuid);
  }
}
