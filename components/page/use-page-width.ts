import { useSyncExternalStore } from 'react';

const onResize = (changed: () => void) => {
  addEventListener('resize', changed);
  return () => removeEventListener('resize', changed);
};

/** How wide the tab is, px. */
export const usePageWidth = (): number => useSyncExternalStore(onResize, () => window.innerWidth);
