import { isLocale, type Locale } from '../i18n/locale';
import { matchLocale } from '../i18n/match-locale';
import type { DeviceDatabase } from './device-database';

/** The language this device shows: the one chosen in it, else the browser's. */
export async function deviceLocale(device: DeviceDatabase): Promise<Locale> {
  const chosen = (await device.settings.get('language'))?.value;
  return isLocale(chosen) ? chosen : matchLocale(navigator.languages);
}
