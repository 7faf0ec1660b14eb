import { browser } from 'wxt/browser';

export interface Granted {
  /** Agreed to by installing; they go only with the extension. */
  fixed: string[];
  /** Hosts agreed to later, one at a time. */
  hosts: string[];
}

/** What the browser lets this extension do, as the browser itself tells it. */
export async function grantedPermissions(): Promise<Granted> {
  const { permissions = [], origins = [] } = await browser.permissions.getAll();
  const asked = browser.runtime.getManifest().permissions ?? [];
  // In the manifest's order, which is the order they are told in.
  return { fixed: asked.filter((name) => permissions.includes(name as (typeof permissions)[number])), hosts: origins };
}

/** Gives a host back; answers whether the browser did. */
export const takeBackHost = (host: string): Promise<boolean> => browser.permissions.remove({ origins: [host] });

/** Tells of every change, whoever made it; returns how to end it. */
export function onPermissionsChanged(changed: () => void): () => void {
  browser.permissions.onAdded.addListener(changed);
  browser.permissions.onRemoved.addListener(changed);
  return () => {
    browser.permissions.onAdded.removeListener(changed);
    browser.permissions.onRemoved.removeListener(changed);
  };
}
