import { useEffect, useState } from 'react';
import { restOfWords } from '../../utils/i18n/load-language';
import { firstRows } from './first-rows';

/**
 * A part of the screen the first paint does without, from a chunk of its own: brought once the first rows are painted and the browser is
 * idle, or at once when it is `wanted`. `undefined` until then. Not `lazy`: that shows a fallback for a moment even when the chunk is here. With it
 * come the words the first paint did without. `load` must not change.
 */
export function useLater<T>(load: () => Promise<T>, wanted: boolean): T | undefined {
  const [part, setPart] = useState<T>();
  useEffect(() => {
    if (part) return undefined;
    let gone = false;
    const bring = () =>
      void Promise.all([load(), restOfWords()]).then(([loaded]) => {
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
