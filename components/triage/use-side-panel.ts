import { useCallback, useEffect, useState } from 'react';
import { closePopup } from '../../utils/browser/close-popup';
import { browserWindowId, openSidePanel } from '../../utils/browser/open-side-panel';
import { device } from '../panel/device';
import { type Landing, landingKey } from '../panel/landing';

/** Opens the side panel of the browser's window, on a conversation where one is named, and closes the popup. */
export function useSidePanel() {
  const [windowId, setWindowId] = useState<number>();
  useEffect(() => {
    browserWindowId().then(setWindowId, (error: unknown) => console.warn('no window for the side panel', error));
  }, []);
  return useCallback(
    (to?: Omit<Landing, 'windowId'> & { connectionId: string }) => {
      if (windowId === undefined) return;
      // Both begin in this very task: a panel opened any later is refused (X3), and the popup may be gone once it has the focus.
      const kept = to && device.settings.put({ key: landingKey(to.connectionId), value: { place: to.place, openId: to.openId, windowId } });
      const opened = openSidePanel(windowId);
      Promise.all([kept, opened]).then(closePopup, (error: unknown) => console.error('the side panel did not open', error));
    },
    [windowId],
  );
}
