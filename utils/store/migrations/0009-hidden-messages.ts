/** Frozen (F11). Before: what a message says stands in it. After: what a hidden one said, where this computer is the host, lies in a table of its own. */
export const hiddenMessages = { version: 9, stores: { hiddenMessages: 'id' } } as const;
