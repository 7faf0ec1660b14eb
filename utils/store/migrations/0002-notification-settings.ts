/** Frozen (F11). Before: the first shape. After: what an agent wants to be told of, in a table of its own. */
export const notificationSettings = { version: 2, stores: { notificationSettings: 'id' } } as const;
