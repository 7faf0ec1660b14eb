import { useEffect, useSyncExternalStore } from 'react';
import type { Whereabouts } from '../inbox/whereabouts';
import { type KeptPlace, usePlace } from '../panel/use-place';
import { useWorkspace } from '../panel/workspace-context';
import { hashOf, placeOfHash } from './hash-place';

const onHash = (changed: () => void) => {
  addEventListener('hashchange', changed);
  return () => removeEventListener('hashchange', changed);
};

/**
 * Where a tab is stands in its address: reload, back, forward and a kept link lead to the same inbox, view and conversation. An address
 * that says nothing, or names an inbox this account is not in, means where one was last. The order is a habit of the device, not a place.
 */
export function usePagePlace(kept: KeptPlace): Whereabouts | undefined {
  const { inboxes } = useWorkspace();
  const [last, remember] = usePlace(kept, inboxes);
  const hash = useSyncExternalStore(onHash, () => location.hash);
  const named = placeOfHash(hash);
  const here = named && inboxes.some((inbox) => inbox.id === named.inboxId) ? named : last && { ...last, openId: undefined, landOn: undefined };
  const address = here && hashOf(here);
  useEffect(() => {
    if (address !== undefined && address !== location.hash) history.replaceState(null, '', address);
  }, [address]);
  if (!here || !last) return undefined;
  const { inboxId, view, openId, landOn } = here;
  return {
    place: { inboxId, view, order: last.order },
    openId,
    landOn,
    go: ({ openId: to, landOn: on, instead = false, ...change }) => {
      if (Object.keys(change).length > 0) remember({ inboxId, view, ...change });
      const next = hashOf({ inboxId, view, ...change, openId: to, landOn: on });
      if (instead) location.replace(next);
      else location.hash = next;
    },
  };
}
