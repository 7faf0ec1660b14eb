import { browser } from 'wxt/browser';

/** Settings of the platform that hold by themselves; set at every start because an update may have lost them. */
export async function preparePlatform(): Promise<void> {
  // Content scripts share the extension's storage unless told otherwise (X14); Firefox has no such setting.
  await browser.storage.local.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' });
}
