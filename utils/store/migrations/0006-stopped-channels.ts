/** Frozen (F11). Before: who has account access read of a stopped channel from the channel alone. After: that it stopped, in a table of their own. */
export const stoppedChannels = { version: 6, stores: { stoppedChannels: 'id, space' } } as const;
