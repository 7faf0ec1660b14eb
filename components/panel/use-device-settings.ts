import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useState } from 'react';
import { askBackground } from '../../utils/browser/ask-background';
import { ahead } from '../opening/ahead';
import { device } from './device';
import { type DeviceChoice, type DeviceSettings, settingKeys, settingsOf } from './device-settings';

/** Theme, language and density of this device, live in every page at once. `undefined` until read. */
export function useDeviceSettings(): DeviceSettings | undefined {
  const [first] = useState(() => {
    const read = ahead();
    return read && settingsOf(read.settings);
  });
  const settings = useLiveQuery(
    async () => {
      const rows = await device.settings.bulkGet([...settingKeys]);
      return settingsOf(new Map(rows.map((row, at) => [settingKeys[at] ?? '', row?.value])));
    },
    [],
    first,
  );
  const theme = settings?.theme;
  useEffect(() => {
    if (theme) document.documentElement.dataset.theme = theme;
  }, [theme]);
  return settings;
}

/** What the worker too acts on: the words of the badge, what the button opens, what may stay here. */
const alsoTheWorkers: readonly DeviceChoice[] = ['language', 'toolbarButton', 'budget'];

/** Keeps a choice; `undefined` goes back to what the browser says. */
export async function setDeviceSetting(key: DeviceChoice, value: string | undefined): Promise<void> {
  if (value === undefined) await device.settings.delete(key);
  else await device.settings.put({ key, value });
  if (alsoTheWorkers.includes(key)) await askBackground({ type: 'device-changed' });
  // The hub's pages and mails speak it too: it hears it with whatever is asked next.
  if (key === 'language') await askBackground({ type: 'nudge' });
}
