import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect } from 'react';
import { askBackground } from '../../utils/browser/ask-background';
import { budgetOf } from '../../utils/connection/budget';
import { type ToolbarButton, toolbarButtonOf } from '../../utils/connection/toolbar-button';
import { isLocale, type Locale } from '../../utils/i18n/locale';
import { matchLocale } from '../../utils/i18n/match-locale';
import { device } from './device';

export type Theme = 'system' | 'light' | 'dark';
export type Density = 'comfortable' | 'compact';
export interface DeviceSettings {
  theme: Theme;
  /** `undefined`: the browser's. */
  language: Locale | undefined;
  locale: Locale;
  density: Density;
  /** What the toolbar button opens. */
  toolbarButton: ToolbarButton;
  /** Bytes layouts and files fetched from hubs may have. */
  budget: number;
}

const oneOf = <T extends string>(value: unknown, allowed: readonly T[], otherwise: T): T => allowed.find((one) => one === value) ?? otherwise;

/** Theme, language and density of this device, live in every page at once. `undefined` until read. */
export function useDeviceSettings(): DeviceSettings | undefined {
  const settings = useLiveQuery(async () => {
    const rows = new Map(
      (await device.settings.bulkGet(['theme', 'language', 'density', 'toolbarButton', 'budget'])).map((row) => [row?.key, row?.value]),
    );
    const language = rows.get('language');
    return {
      theme: oneOf(rows.get('theme'), ['system', 'light', 'dark'] as const, 'system'),
      language: isLocale(language) ? language : undefined,
      locale: isLocale(language) ? language : matchLocale(navigator.languages),
      density: oneOf(rows.get('density'), ['comfortable', 'compact'] as const, 'comfortable'),
      toolbarButton: toolbarButtonOf(rows.get('toolbarButton')),
      budget: budgetOf(rows.get('budget')),
    };
  });
  const theme = settings?.theme;
  useEffect(() => {
    if (theme) document.documentElement.dataset.theme = theme;
  }, [theme]);
  return settings;
}

export type DeviceChoice = 'theme' | 'language' | 'density' | 'toolbarButton' | 'budget';

/** What the worker too acts on: the words of the badge, what the button opens, what may stay here. */
const alsoTheWorkers: readonly DeviceChoice[] = ['language', 'toolbarButton', 'budget'];

/** Keeps a choice; `undefined` goes back to what the browser says. */
export async function setDeviceSetting(key: DeviceChoice, value: string | undefined): Promise<void> {
  if (value === undefined) await device.settings.delete(key);
  else await device.settings.put({ key, value });
  if (alsoTheWorkers.includes(key)) await askBackground({ type: 'device-changed' });
}
