import { useEffect, useState } from 'react';
import { browserWindowId } from '../../utils/browser/open-side-panel';

/** The browser's window this panel stands in; `undefined` until the browser has said. */
export function useWindowId(): number | undefined {
  const [windowId, setWindowId] = useState<number>();
  useEffect(() => {
    browserWindowId().then(setWindowId, (error: unknown) => console.warn('which window this is, the browser does not say', error));
  }, []);
  return windowId;
}
