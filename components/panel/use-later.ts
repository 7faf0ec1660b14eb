import { useEffect, useState } from 'react';
import { firstRows } from './first-rows';

/**
 * A part of the screen the first paint does without, from a chunk of its own: brought once the first rows are painted and the browser is
 * idle, or at once when it is `wanted`. `undefined` until then. Not `lazy`: that shows a fallback for a moment even when the chunk is here. `load` must
 * not change.
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
    if (wanted) bring();
    else void firstRows.then(() => requestIdleCallback(() => gone || bring(), { timeout: 1000 }));
    return () => {
      gone = true;
    };
  }, [load, wanted, part]);
  return part;
}
