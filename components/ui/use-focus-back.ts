import { type RefObject, useEffect, useRef } from 'react';

/**
 * The button that opened something in its own place takes the focus back when that is gone, however it ended: after an answer that took its time too.
 * Not when the focus went elsewhere with the same press.
 */
export function useFocusBack(away: boolean): RefObject<HTMLButtonElement | null> {
  const button = useRef<HTMLButtonElement>(null);
  const was = useRef(away);
  useEffect(() => {
    if (was.current && !away)
      // While the focus is on its way it is nowhere; a frame later it has arrived.
      requestAnimationFrame(() => document.activeElement === document.body && button.current?.focus());
    was.current = away;
  }, [away]);
  return button;
}
