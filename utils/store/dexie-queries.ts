import { type QueryArgs, type QueryName, type QueryRow, queries } from '../../domain/core/queries';
import { foldAddress } from '../../domain/model/address';
import { plainConversation, plainRow } from './plain-row';
import { openOwnerKey } from './put-conversation';
import { readMessages } from './read-messages';
import type { StoreTables } from './store-tables';
import type { Stored } from './stored-rows';

const plain = <Row>(rows: Stored<Row>[]): Row[] => rows.map((row) => plainRow<Row>(row));

/**
 * For each named query the rows an index finds: all that match and perhaps a few more. What the query itself says about them is
 * asked of `domain/core/queries.ts`, so no store has its own opinion.
 */
const candidates: { [Q in QueryName]: (tables: StoreTables, args: QueryArgs<Q>) => Promise<QueryRow<Q>[]> } = {
  conversationsByTicket: async (tables, { ticketId }) =>
    (await tables.conversations.where('ticketId').equals(ticketId).toArray()).map(plainConversation),
  openConversationsByOwner: async (tables, { space, ownerId }) =>
    (await tables.conversations.where('openOwner').equals(openOwnerKey(space, ownerId)).toArray()).map(plainConversation),
  conversationsOfAddress: async (tables, { address }) =>
    (await tables.conversations.where('contactAddress').equals(foldAddress(address)).toArray()).map(plainConversation),
  newestMessages: (tables, { conversationId }) => readMessages(tables, conversationId),
  contactsByEmail: async (tables, { address }) => plain(await tables.contacts.where('emails').equals(foldAddress(address)).toArray()),
  senderRulesFor: async (tables, { address }) => {
    const folded = foldAddress(address);
    return plain(
      await tables.senderRules
        .where('pattern')
        .anyOf(folded, folded.slice(folded.lastIndexOf('@')))
        .toArray(),
    );
  },
  channelsByAddress: async (tables, { address }) => plain(await tables.channels.where('address').equals(foldAddress(address)).toArray()),
  channelsOfInbox: async (tables, { space }) => plain(await tables.channels.where('space').equals(space).toArray()),
  membersOfInbox: async (tables, { space }) => plain(await tables.members.where('space').equals(space).toArray()),
  teamsOfWorkspace: async (tables, { space }) => plain(await tables.teams.where('space').equals(space).toArray()),
  membershipsOf: async (tables, { agentId }) => plain(await tables.members.where('agentId').equals(agentId).toArray()),
  agentsByEmail: async (tables, { space }) => plain(await tables.agents.where('space').equals(space).toArray()),
  agentsOfWorkspace: async (tables, { space }) => plain(await tables.agents.where('space').equals(space).toArray()),
  agentsByAddress: async (tables, { space }) => plain(await tables.agents.where('space').equals(space).toArray()),
  ticketsByNumber: async (tables, { space, limit }) =>
    plain(await tables.tickets.where('[space+number]').between([space, 0], [space, Number.POSITIVE_INFINITY]).reverse().limit(limit).toArray()),
  // Equal keys stand by id, as the query has them.
  ticketsOfContact: async (tables, { contactId, skip, limit }) =>
    plain(await tables.tickets.where('contactId').equals(contactId).offset(skip).limit(limit).toArray()),
  draftsOfConversation: async (tables, { conversationId }) => plain(await tables.drafts.where('conversationId').equals(conversationId).toArray()),
  readMarksOfConversation: async (tables, { conversationId }) =>
    plain(await tables.readMarks.where('conversationId').equals(conversationId).toArray()),
  mailIdsByRfcId: async (tables, { inboxId, rfcMessageId }) =>
    plain(await tables.mailIds.where('[inboxId+rfcMessageId]').equals([inboxId, rfcMessageId]).toArray()),
  invitationsByTokenHash: async (tables, { tokenHash }) => plain(await tables.invitations.where('tokenHash').equals(tokenHash).toArray()),
};

/** Answers a named query as `domain/core/queries.ts` defines it. */
export async function runQuery<Q extends QueryName>(tables: StoreTables, name: Q, args: QueryArgs<Q>): Promise<QueryRow<Q>[]> {
  const { matches, order, limit } = queries[name] as unknown as {
    matches(row: QueryRow<Q>, args: QueryArgs<Q>): boolean;
    order?(a: QueryRow<Q>, b: QueryRow<Q>): number;
    limit?(args: QueryArgs<Q>): number;
  };
  const found = (await candidates[name](tables, args)).filter((row) => matches(row, args));
  const rows = found.sort(order ?? ((a, b) => (a.id < b.id ? -1 : 1)));
  return limit ? rows.slice(0, limit(args)) : rows;
}
