import { type QueryArgs, type QueryName, queries } from '../../domain/core/queries';
import type { RowOf, TableName } from '../../domain/core/tables';
import type { Conversation } from '../../domain/model/conversation';
import { agentSpace, inboxSpace, ownersSpace, workspaceSpace } from '../../domain/model/ids';
import type { Message } from '../../domain/model/message';
import { agentRow, at, channelRow, conversationRow, id, inboxRow, memberRow, messageRow, outboundRow, workspaceId } from '../support/rows';

export { id };

/** The inbox the samples lie in, one beside it, and the workspace of both. */
export const space = inboxSpace(id(10));
export const secondSpace = inboxSpace(id(11));
const workspace = workspaceSpace(workspaceId);

export const aConversation = (n: number, extra: object = {}): Conversation => ({ ...conversationRow(n, 10), ...extra }) as Conversation;
export const aMessage = (n: number, conversation: number, extra: Partial<Message> = {}): Message => messageRow(n, 10, conversation, extra);

type Sample = { [T in TableName]: { table: T; row: RowOf<T> } }[TableName];

/** One row of every table there is; a test fails to compile when a table is added without one. */
export const rowsOfEveryTable = (): Sample[] => {
  const rows: { [T in TableName]: RowOf<T> } = {
    workspaces: { id: workspaceId, space: workspace, name: 'Havnegaard' },
    agents: agentRow(2, { aliases: ['agent2@hjem.example'] }),
    contacts: {
      id: id(30),
      space: workspace,
      name: 'Bo Kunde',
      emails: ['bo@kunde.dk', 'bo@hjem.dk'],
      phone: '+45 1234',
      companyId: id(31),
      ownerId: null,
      createdAt: at,
    },
    companies: { id: id(31), space: workspace, name: 'Kunde ApS', domain: 'kunde.dk' },
    deals: {
      id: id(32),
      space: workspace,
      name: 'Large order',
      contactId: id(30),
      companyId: null,
      amountMinor: 125_00,
      currency: 'DKK',
      stage: 'won',
    },
    senderRules: { id: id(33), space: workspace, kind: 'deny', pattern: '@kunde.dk', at },
    inboxes: inboxRow(10),
    channels: channelRow(40, 10, 'support@havnegaard.example'),
    stoppedChannels: {
      id: id(40),
      space: ownersSpace(workspaceId),
      inboxId: id(10),
      inboxName: 'Support',
      address: 'support@havnegaard.example',
      since: at,
    },
    members: memberRow(20, 10, 2),
    teams: { id: id(25), space: workspace, name: 'Værksted', agentIds: [id(2)], inboxIds: [id(10)] },
    tickets: {
      id: id(500),
      space,
      inboxId: id(10),
      number: 4821,
      name: 'Wrong size',
      stage: 'new',
      ownerId: null,
      contactId: id(30),
      createdAt: at,
      trashedAt: null,
      status: 'closed',
      closedAt: at,
      closedBy: id(2),
    },
    conversations: aConversation(100, { ticketId: id(500), ownerId: id(2), participants: [{ name: 'Bo', address: 'bo@kunde.dk' }] }),
    messages: aMessage(200, 100),
    drafts: {
      id: id(600),
      space: agentSpace(id(2)),
      conversationId: id(100),
      revision: 3,
      updatedAt: at,
      content: { mode: 'reply', to: [{ name: '', address: 'bo@kunde.dk' }], cc: [], bcc: [], html: '<p>Hej æøå 👋</p>', attachments: [] },
    },
    readMarks: { id: id(602), space: agentSpace(id(2)), conversationId: id(100), seenAt: at, unread: true },
    notificationSettings: {
      id: id(2),
      space: agentSpace(id(2)),
      ways: { mention: 'browser', assignment: 'none', reply: 'browser', conversation: 'none' },
      quiet: { from: 1200, to: 420, timeZone: 'Europe/Copenhagen' },
    },
    contextSettings: {
      id: id(2),
      space: agentSpace(id(2)),
      contactProperties: ['phone', 'company'],
      ticketProperties: ['stage'],
      folded: ['tickets'],
    },
    viewSettings: {
      id: id(2),
      space: agentSpace(id(2)),
      own: [{ id: id(610), inboxId: id(10), name: 'Mine, waiting', filter: { states: ['open'], owners: ['me'], waiting: true }, by: id(2) }],
      order: [id(610)],
    },
    undoEntries: {
      id: id(601),
      space: agentSpace(id(2)),
      act: 'closeConversation',
      at,
      changes: [{ table: 'conversations', id: id(100), before: { status: 'open' }, after: { status: 'closed', closedAt: 5, closedBy: null } }],
    },
    mailIds: { id: id(200), inboxId: id(10), rfcMessageId: '<a@kunde.dk>', conversationId: id(100), fromAddress: 'bo@kunde.dk', date: at },
    purgedMails: { id: id(10), inboxId: id(10), key: id(702) },
    bodies: { id: id(200), conversationId: id(100), html: '<p>Hej</p>' },
    hiddenMessages: {
      id: id(200),
      conversationId: id(100),
      words: { subject: 'Kort', text: '4111', quotedText: '', htmlSize: 11, attachments: [], rawHash: 'ef'.repeat(32) },
      html: '<p>4111</p>',
    },
    outboundMails: outboundRow(700, 10, 100, 200),
    invitations: {
      id: id(701),
      workspaceId,
      tokenHash: 'ab'.repeat(32),
      agentId: null,
      name: 'Dina Friis',
      email: 'dina@havnegaard.example',
      inboxIds: [id(10)],
      accountAccess: false,
      createdAt: at,
      expiresAt: at + 1,
      usedAt: null,
    },
  };
  return Object.entries(rows).map(([table, row]) => ({ table, row }) as Sample);
};

/** One question per named query, which the samples answer; one without fails to compile. */
export const sampleQueries = (): { name: QueryName; args: QueryArgs<QueryName> }[] => {
  const args: { [Q in QueryName]: QueryArgs<Q> } = {
    conversationsByTicket: { ticketId: id(500) },
    openConversationsByOwner: { space, ownerId: id(2) },
    conversationsOfAddress: { space, address: ' Bo@Kunde.dk', limit: 2 },
    newestMessages: { conversationId: id(100), limit: 2 },
    contactsByEmail: { space: workspace, address: ' Bo@Hjem.dk' },
    senderRulesFor: { space: workspace, address: 'anna@KUNDE.dk' },
    channelsByAddress: { address: 'Support@havnegaard.example' },
    channelsOfInbox: { space },
    membersOfInbox: { space },
    teamsOfWorkspace: { space: workspace },
    membershipsOf: { agentId: id(2) },
    agentsByEmail: { space: workspace, email: 'AGENT2@example.com' },
    agentsOfWorkspace: { space: workspace },
    agentsByAddress: { space: workspace, address: 'Agent2@hjem.example' },
    ticketsByNumber: { space, limit: 2 },
    ticketsOfContact: { contactId: id(30), skip: 1, limit: 1 },
    draftsOfConversation: { space: agentSpace(id(2)), conversationId: id(100) },
    readMarksOfConversation: { conversationId: id(100) },
    mailIdsByRfcId: { inboxId: id(10), rfcMessageId: '<a@kunde.dk>' },
    invitationsByTokenHash: { tokenHash: 'ab'.repeat(32) },
  };
  return (Object.keys(queries) as QueryName[]).map((name) => ({ name, args: args[name] }));
};
