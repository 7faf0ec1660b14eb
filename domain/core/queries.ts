import { foldAddress } from '../model/address';
import type { Id, SpaceId } from '../model/ids';
import type { RowOf, TableName } from './tables';

/** A named query: which table, which rows, in what order. A store may use any index as long as it answers the same. */
interface Query<T extends TableName, Args> {
  table: T;
  matches(row: RowOf<T>, args: Args): boolean;
  /** Order of the answer; by id where none is given. */
  order?(a: RowOf<T>, b: RowOf<T>): number;
  limit?(args: Args): number;
  /** How many it leaves out before the first it answers. */
  skip?(args: Args): number;
}
const query = <T extends TableName, Args>(q: Query<T, Args>) => q;

/** All the questions a rule may ask of a store beyond "the row with this id". */
export const queries = {
  conversationsByTicket: query({ table: 'conversations', matches: (row, { ticketId }: { ticketId: Id }) => row.ticketId === ticketId }),
  openConversationsByOwner: query({
    table: 'conversations',
    matches: (row, a: { space: SpaceId; ownerId: Id }) => row.space === a.space && row.ownerId === a.ownerId && row.status === 'open',
  }),
  /** Newest first: who it is with may have very many. */
  conversationsOfAddress: query({
    table: 'conversations',
    matches: (row, a: { space: SpaceId; address: string; limit: number }) => row.space === a.space && row.contactAddress === foldAddress(a.address),
    order: (a, b) => (a.id < b.id ? 1 : -1),
    limit: (a) => a.limit,
  }),
  /** Newest first, by (receivedAt, id). */
  newestMessages: query({
    table: 'messages',
    matches: (row, a: { conversationId: Id; limit: number }) => row.conversationId === a.conversationId,
    order: (a, b) => b.receivedAt - a.receivedAt || (a.id < b.id ? 1 : -1),
    limit: (a) => a.limit,
  }),
  contactsByEmail: query({
    table: 'contacts',
    matches: (row, a: { space: SpaceId; address: string }) => row.space === a.space && row.emails.includes(foldAddress(a.address)),
  }),
  /** Rules for exactly this address or its domain. */
  senderRulesFor: query({
    table: 'senderRules',
    matches: (row, a: { space: SpaceId; address: string }) => {
      const address = foldAddress(a.address);
      return row.space === a.space && (row.pattern === address || row.pattern === address.slice(address.lastIndexOf('@')));
    },
  }),
  channelsByAddress: query({ table: 'channels', matches: (row, a: { address: string }) => row.address === foldAddress(a.address) }),
  channelsOfInbox: query({ table: 'channels', matches: (row, a: { space: SpaceId }) => row.space === a.space }),
  membersOfInbox: query({ table: 'members', matches: (row, a: { space: SpaceId }) => row.space === a.space }),
  teamsOfWorkspace: query({ table: 'teams', matches: (row, a: { space: SpaceId }) => row.space === a.space }),
  membershipsOf: query({ table: 'members', matches: (row, a: { agentId: Id }) => row.agentId === a.agentId }),
  agentsByEmail: query({
    table: 'agents',
    matches: (row, a: { space: SpaceId; email: string }) => row.space === a.space && foldAddress(row.email) === foldAddress(a.email),
  }),
  agentsOfWorkspace: query({ table: 'agents', matches: (row, a: { space: SpaceId }) => row.space === a.space }),
  /** Whose it is, or says they are. */
  agentsByAddress: query({
    table: 'agents',
    matches: (row, a: { space: SpaceId; address: string }) => {
      const address = foldAddress(a.address);
      return row.space === a.space && (foldAddress(row.email) === address || (row.aliases?.includes(address) ?? false));
    },
  }),
  ticketsByNumber: query({
    table: 'tickets',
    matches: (row, a: { space: SpaceId; limit: number }) => row.space === a.space,
    order: (a, b) => b.number - a.number,
    limit: (a) => a.limit,
  }),
  /** By id, after the first `skip`, wherever they lie. */
  ticketsOfContact: query({
    table: 'tickets',
    matches: (row, a: { contactId: Id; skip: number; limit: number }) => row.contactId === a.contactId,
    skip: (a) => a.skip,
    limit: (a) => a.limit,
  }),
  draftsOfConversation: query({
    table: 'drafts',
    matches: (row, a: { space: SpaceId; conversationId: Id }) => row.space === a.space && row.conversationId === a.conversationId,
  }),
  readMarksOfConversation: query({ table: 'readMarks', matches: (row, a: { conversationId: Id }) => row.conversationId === a.conversationId }),
  mailIdsByRfcId: query({
    table: 'mailIds',
    matches: (row, a: { inboxId: Id; rfcMessageId: string }) => row.inboxId === a.inboxId && row.rfcMessageId === a.rfcMessageId,
  }),
  invitationsByTokenHash: query({ table: 'invitations', matches: (row, a: { tokenHash: string }) => row.tokenHash === a.tokenHash }),
} as const;

export type Queries = typeof queries;
export type QueryName = keyof Queries;
export type QueryArgs<Q extends QueryName> = Parameters<Queries[Q]['matches']>[1];
export type QueryRow<Q extends QueryName> = RowOf<Queries[Q]['table']>;
