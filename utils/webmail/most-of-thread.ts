/** How much is read of an open thread, at most. By itself: scripts in pages do without the schema that holds them to it. */
export const mostOfThread = { mails: 100, markup: 500_000, named: 300 } as const;
