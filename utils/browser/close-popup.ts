import { browser } from 'wxt/browser';

/** Closes the toolbar's popup one stands in; a page that is in a tab stays. */
export function closePopup(): void {
  if (browser.extension.getViews({ type: 'popup' }).includes(window)) window.close();
}
