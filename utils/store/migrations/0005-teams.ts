/** Frozen (F11). Before: agents were in inboxes by name alone. After: teams, in a table of their own. */
export const teams = { version: 5, stores: { teams: 'id, space' } } as const;
