import type { SpaceRow } from './stored-rows';

/** Where the history of an inbox begins to be fetched. */
export const firstPage: NonNullable<SpaceRow['bootstrap']> = { after: null, pages: 0, done: 0, total: 0, counters: {} };
