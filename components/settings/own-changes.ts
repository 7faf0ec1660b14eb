import { useRef } from 'react';

/** More than anybody makes before the first of them has come back from the store. */
const remembered = 30;

/**
 * Tells what one changed oneself from what colleagues did: after several quick changes the store tells of each, and what it tells of an earlier one
 * must not be shown over a later one.
 */
export function useOwnChanges(): { note(value: unknown): void; isPassed(kept: unknown): boolean } {
  const own = useRef<string[]>([]);
  return {
    note(value) {
      own.current = [...own.current, JSON.stringify(value)].slice(-remembered);
    },
    isPassed(kept) {
      const at = own.current.lastIndexOf(JSON.stringify(kept));
      return at !== -1 && at < own.current.length - 1;
    },
  };
}
