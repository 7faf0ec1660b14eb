import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useRef, useState } from 'react';
import { browserWindowId } from '../../utils/browser/open-side-panel';
import { device } from './device';
import { type Landing, landingKey, landingOf } from './landing';

/** Goes where quick triage sent the panel of this window, whether it was open already or has just been opened for it. */
export function useLanding(connectionId: string, go: (landing: Landing) => void) {
  const key = landingKey(connectionId);
  const [windowId, setWindowId] = useState<number>();
  useEffect(() => {
    browserWindowId().then(setWindowId, (error: unknown) => console.warn('which window this is, the browser does not say', error));
  }, []);
  const landing = useLiveQuery(async () => landingOf((await device.settings.get(key))?.value), [key]);
  const latest = useRef(go);
  latest.current = go;
  useEffect(() => {
    if (!landing || landing.windowId !== windowId) return;
    void device.settings.delete(key);
    latest.current(landing);
  }, [landing, windowId, key]);
}
