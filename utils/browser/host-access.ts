import { browser } from 'wxt/browser';

/**
 * Asks for hosts, which the browser then asks the person for. Call it in the very task of their press. Answers whether they gave them; one who closes the
 * question without an answer leaves it open for ever.
 */
export const askForHosts = (hosts: readonly string[]): Promise<boolean> => browser.permissions.request({ origins: [...hosts] });

/** Those of them the browser lets us into: a person may take back one of several. */
export async function grantedHosts(hosts: readonly string[]): Promise<string[]> {
  const granted = await Promise.all(hosts.map((host) => browser.permissions.contains({ origins: [host] })));
  return hosts.filter((_, at) => granted[at]);
}

/** Gives them back; answers whether the browser did. */
export const giveBackHosts = (hosts: readonly string[]): Promise<boolean> => browser.permissions.remove({ origins: [...hosts] });
