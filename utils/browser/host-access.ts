import { browser } from 'wxt/browser';

/**
 * Asks for hosts, which the browser then asks the person for. Call it in the very task of their press. Answers whether they gave them; one who closes the
 * question without an answer leaves it open for ever.
 */
export const askForHosts = (hosts: readonly string[]): Promise<boolean> => browser.permissions.request({ origins: [...hosts] });

/** Whether the browser lets us into all of these. */
export const hasHosts = (hosts: readonly string[]): Promise<boolean> => browser.permissions.contains({ origins: [...hosts] });

/** Gives them back; answers whether the browser did. */
export const giveBackHosts = (hosts: readonly string[]): Promise<boolean> => browser.permissions.remove({ origins: [...hosts] });
