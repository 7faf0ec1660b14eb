import { Conversation } from '../../domain/model/conversation';

const inboxId = '01900000-0000-7000-8000-000000000001';

/** A conversation for tests: an e-mail of a minute past nine, open, nobody's, waiting for an answer. */
export function aConversation(changes: Partial<Conversation> = {}): Conversation {
  const at = Date.UTC(2026, 10, 12, 9, 1);
  return Conversation.parse({
    id: '01900000-0000-7000-8000-0000000000aa',
    space: `inbox:${inboxId}`,
    inboxId,
    channelId: null,
    channel: 'email',
    subject: 'Leveringen mangler to stoleben',
    preview: 'Vi har 14 gæster på lørdag',
    commentPreview: null,
    contactId: null,
    contactName: 'Henrik Østergaard-Thomsen',
    contactAddress: 'henrik@kunde.example',
    contactDetached: false,
    participants: [{ name: 'Henrik Østergaard-Thomsen', address: 'henrik@kunde.example' }],
    ownerId: null,
    previousOwnerId: null,
    teamId: null,
    ticketId: null,
    startedBy: 'contact',
    createdAt: at,
    firstInboundAt: at,
    lastInboundAt: at,
    lastOutboundAt: null,
    lastForwardAt: null,
    messageCount: 1,
    attachmentCount: 0,
    dueAt: null,
    deliveryProblem: null,
    bot: null,
    spam: null,
    trashed: null,
    status: 'open',
    ...changes,
  });
}
