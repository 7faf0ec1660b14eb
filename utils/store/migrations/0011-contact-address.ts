/** Frozen (F11). Before: nobody asked which conversations are with an address. After: they are found by it. */
export const contactAddress = {
  version: 11,
  stores: { conversations: 'id, *viewKeys, ticketId, openOwner, contactId, contactAddress' },
} as const;
