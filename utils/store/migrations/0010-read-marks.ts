/** Frozen (F11). Before: nobody's place in a conversation was kept. After: how far an agent has read lies in a table of its own. */
export const readMarks = { version: 10, stores: { readMarks: 'id, conversationId' } } as const;
