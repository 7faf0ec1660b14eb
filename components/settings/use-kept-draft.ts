import { useEffect, useRef, useSyncExternalStore } from 'react';

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

/** What is kept at a place now: a form that opens by a press is open when one comes back to something in it. */
export const keptDraft = <D extends object>(place: string): Partial<D> => drafts.get(place) ?? nothing;

/**
 * What is typed at a place of the settings until it is saved, and what sets it; `undefined` drops it all. As long as it differs from what is stored
 * the browser asks before it closes the tab, also while one looks at another page; what does not is gone when one leaves. No password is given here.
 */
export function useKeptDraft<D extends object>(
  place: string,
  differs: (draft: Partial<D>) => boolean,
): [Partial<D>, (draft: Partial<D> | undefined) => void] {
  const draft = useSyncExternalStore(
    (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    () => keptDraft<D>(place),
  );
  const unsaved = differs(draft);
  useEffect(() => keepInMind(place, unsaved), [place, unsaved]);
  const differsNow = useRef(differs);
  // Not while one types: a comma at the end is about to mean something. Stored otherwise later on, what was as stored would look like typed.
  useEffect(
    () => () => {
      if (differsNow.current(keptDraft(place))) return;
      drafts.delete(place);
      keepInMind(place, false);
    },
    [place],
  );
  useEffect(() => {
    differsNow.current = differs;
  });
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
