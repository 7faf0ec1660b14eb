import { browser } from 'wxt/browser';

/** Opens the full page in a tab of its own, at the place its hash names (SUR-7). */
export function openFullPage(hash: string): void {
  void browser.tabs.create({ url: browser.runtime.getURL(`/inbox.html${hash}`) });
}
