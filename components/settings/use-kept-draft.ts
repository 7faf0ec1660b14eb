import { useEffect, useSyncExternalStore } from 'react';

/** What was typed and not saved yet, by where: it outlives a look at another page of the settings. */
const drafts = new Map<string, object>();
/** Where something would be lost with the tab. */
const unsavedAt = new Set<string>();
const listeners = new Set<() => void>();
const nothing = {};

const ask = (event: BeforeUnloadEvent) => event.preventDefault();

function keepInMind(place: string, unsaved: boolean) {
  if (unsaved) unsavedAt.add(place);
  else unsavedAt.delete(place);
  if (unsavedAt.size > 0) addEventListener('beforeunload', ask);
  else removeEventListener('beforeunload', ask);
}

/**
 * What is typed at a place of the settings until it is saved, and what sets it; `undefined` drops it all. As long as it differs from what is stored
 * the browser asks before it closes the tab, also while one looks at another page.
 */
export function useKeptDraft<D extends object>(
  place: string,
  differs: (draft: Partial<D>) => boolean,
): [Partial<D>, (draft: Partial<D> | undefined) => void] {
  const draft: Partial<D> = useSyncExternalStore(
    (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    () => drafts.get(place) ?? nothing,
  );
  const unsaved = differs(draft);
  useEffect(() => keepInMind(place, unsaved), [place, unsaved]);
  return [
    draft,
    (next) => {
      if (next) drafts.set(place, next);
      else {
        drafts.delete(place);
        // At once: with the last press one may have left the page already.
        keepInMind(place, false);
      }
      for (const tell of listeners) tell();
    },
  ];
}
