/**
 * The store as it was first shipped. Frozen: a later shape is a later document (F11).
 * Before: nothing. After: conversations with one multi-entry index for all views, threads packed in chunks, pending work beside them.
 */
export const first = {
  version: 1,
  stores: {
    conversations: 'id, *viewKeys, ticketId, openOwner',
    threads: '[conversationId+n]',
    pendingMessages: 'id, conversationId',

    workspaces: 'id',
    agents: 'id, space',
    contacts: 'id, *emails',
    companies: 'id',
    deals: 'id, contactId',
    senderRules: 'id, pattern',
    inboxes: 'id',
    channels: 'id, space, address',
    members: 'id, space, agentId',
    tickets: 'id, [space+number]',
    drafts: 'id, conversationId',
    undoEntries: 'id, at',
    mailIds: 'id, [inboxId+rfcMessageId]',
    bodies: 'id, conversationId',
    outboundMails: 'id',
    invitations: 'id, tokenHash',

    base: '[table+id]',
    outbox: 'id, &uuid, [state+id]',
    notApplied: 'uuid, at',
    confirmed: 'uuid, at',
    counters: 'inboxId',
    spaces: 'space',
    missingThreads: 'conversationId, space',
    files: 'hash',
    meta: 'key',
  },
} as const;
