/**
 * Frozen (F11). Before: nobody asked which conversations and tickets a contact has, nor chose what stands beside a thread.
 * After: both are found by their contact, and an agent's choices lie in a table of their own.
 */
export const context = {
  version: 7,
  stores: {
    conversations: 'id, *viewKeys, ticketId, openOwner, contactId',
    tickets: 'id, [space+number], contactId',
    contextSettings: 'id',
  },
} as const;
