import { sameJson } from '../../domain/core/same-json';

/** More than anybody makes before the first of them has come back from the store. */
const remembered = 30;

export interface OwnChanges {
  note(value: unknown): void;
  isPassed(kept: unknown): boolean;
}

/**
 * Tells what one changed oneself from what colleagues did: after several quick changes the store tells of each, and what it tells of an earlier one
 * must not be shown over a later one. A value that has been at the hub comes back with its fields in another order.
 */
export function ownChanges(): OwnChanges {
  let own: unknown[] = [];
  return {
    note(value) {
      own = [...own, value].slice(-remembered);
    },
    isPassed(kept) {
      const at = own.findLastIndex((value) => sameJson(value, kept));
      return at !== -1 && at < own.length - 1;
    },
  };
}
