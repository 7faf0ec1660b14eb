import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useRef } from 'react';
import { device } from './device';
import { type Landing, landingKey, landingOf } from './landing';
import { useWindowId } from './use-window-id';

/** Goes where quick triage or a mail page sent the panel of this window, whether it was open already or has just been opened for it. */
export function useLanding(connectionId: string, go: (landing: Landing) => void) {
  const key = landingKey(connectionId);
  const windowId = useWindowId();
  const landing = useLiveQuery(async () => landingOf((await device.settings.get(key))?.value), [key]);
  const latest = useRef(go);
  latest.current = go;
  useEffect(() => {
    if (!landing || landing.windowId !== windowId) return;
    void device.settings.delete(key);
    latest.current(landing);
  }, [landing, windowId, key]);
}
