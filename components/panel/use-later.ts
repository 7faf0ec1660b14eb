import { useEffect, useState } from 'react';

/**
 * A part of the screen the first paint does without, from a chunk of its own: brought once the browser is idle, or at once when it is
 * `wanted`. `undefined` until then. Not `lazy`: that shows a fallback for a moment even when the chunk is here. `load` must not change.
 */
export function useLater<T>(load: () => Promise<T>, wanted: boolean): T | undefined {
  const [part, setPart] = useState<T>();
  useEffect(() => {
    if (part) return undefined;
    let gone = false;
    const bring = () =>
      void load().then((loaded) => {
        if (!gone) setPart(loaded);
      });
    const idle = wanted ? undefined : requestIdleCallback(bring, { timeout: 1000 });
    if (wanted) bring();
    return () => {
      gone = true;
      if (idle !== undefined) cancelIdleCallback(idle);
    };
  }, [load, wanted, part]);
  return part;
}
