/** Frozen (F11). Before: nobody made views. After: an agent's own ones, and their order, lie in a table of their own. */
export const viewSettings = { version: 12, stores: { viewSettings: 'id' } } as const;
