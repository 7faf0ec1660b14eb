import { budgetOf } from '../../utils/connection/budget';
import { type ToolbarButton, toolbarButtonOf } from '../../utils/connection/toolbar-button';
import { isLocale, type Locale } from '../../utils/i18n/locale';
import { matchLocale } from '../../utils/i18n/match-locale';

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

/** What a person chooses for this device, as the rows are called. */
export const settingKeys = ['theme', 'language', 'density', 'toolbarButton', 'budget'] as const;
export type DeviceChoice = (typeof settingKeys)[number];

const oneOf = <T extends string>(value: unknown, allowed: readonly T[], otherwise: T): T => allowed.find((one) => one === value) ?? otherwise;

/** The choices kept, or what holds where there is none. */
export function settingsOf(rows: ReadonlyMap<string, unknown>): DeviceSettings {
  const language = rows.get('language');
  return {
    theme: oneOf(rows.get('theme'), ['system', 'light', 'dark'] as const, 'system'),
    language: isLocale(language) ? language : undefined,
    locale: isLocale(language) ? language : matchLocale(navigator.languages),
    density: oneOf(rows.get('density'), ['comfortable', 'compact'] as const, 'comfortable'),
    toolbarButton: toolbarButtonOf(rows.get('toolbarButton')),
    budget: budgetOf(rows.get('budget')),
  };
}
