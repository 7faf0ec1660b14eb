import { browser } from 'wxt/browser';
import type { Id } from '../../domain/model/ids';

/** Where an inbox's settings begin (INB-5). */
const settingsOf = (inboxId: Id) => `/options.html#/inbox/${inboxId}` as const;

/** From a tab in that tab, so that Back leads to where one was; from anywhere else in a tab of its own. */
export function openSettings(inboxId: Id, where: 'here' | 'new-tab'): void {
  if (where === 'here') location.assign(settingsOf(inboxId));
  else void browser.tabs.create({ url: browser.runtime.getURL(settingsOf(inboxId)) });
}
