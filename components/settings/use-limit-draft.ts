import { useEffect, useRef } from 'react';
import { useKeptDraft } from './use-kept-draft';

/**
 * What is typed into a field for a number, which holds when one leaves it or presses Enter: until it is stored, or while it cannot be, the browser asks
 * before it closes the tab. Stored anew, by this device or another, it is what is stored.
 */
export function useLimitDraft(place: string, stored: string): [typed: string, set: (typed: string | undefined) => void] {
  const [{ typed = stored }, keep] = useKeptDraft<{ typed: string }>(place, (draft) => (draft.typed ?? stored).trim() !== stored);
  const before = useRef(stored);
  useEffect(() => {
    if (before.current !== stored) keep(undefined);
    before.current = stored;
  });
  return [typed, (to) => keep(to === undefined ? undefined : { typed: to })];
}
