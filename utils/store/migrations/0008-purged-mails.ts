/** Frozen (F11). Before: what was in the store could come in again. After: what was deleted for good is known, by a hash, and does not. */
export const purgedMails = { version: 8, stores: { purgedMails: 'id' } } as const;
