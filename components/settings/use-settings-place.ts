import { useSyncExternalStore } from 'react';
import { placeOfSettingsHash, type SettingsPlace } from './settings-place';

const onHash = (changed: () => void) => {
  addEventListener('hashchange', changed);
  return () => removeEventListener('hashchange', changed);
};

/** Where in the settings one is: it stands in the address, so reload, back and a kept link lead there. */
export const useSettingsPlace = (): SettingsPlace | undefined => placeOfSettingsHash(useSyncExternalStore(onHash, () => location.hash));
