import { browser } from 'wxt/browser';
import type { Id } from '../../domain/model/ids';

/** Whose settings: an inbox's, or those of one channel of it (INB-5). */
export type SettingsOf = `inbox/${Id}` | `channel/${Id}`;

/** From a tab in that tab, so that Back leads to where one was; from anywhere else in a tab of its own. */
export function openSettings(of: SettingsOf, where: 'here' | 'new-tab'): void {
  const url = `/options.html#/${of}` as const;
  if (where === 'here') location.assign(url);
  else void browser.tabs.create({ url: browser.runtime.getURL(url) });
}
