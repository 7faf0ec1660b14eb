import type { Connection } from './device-database';

/** The account this device shows. */
export const openedLast = (connections: readonly Connection[]): Connection | undefined =>
  connections.toSorted((a, b) => b.lastOpenedAt - a.lastOpenedAt)[0];
