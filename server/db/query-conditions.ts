import { type SQL, sql } from 'drizzle-orm';
import type { QueryArgs, QueryName } from '../../domain/core/queries';
import { foldAddress } from '../../domain/model/address';

interface Condition {
  where: SQL;
  /** Where the answer is cut, the order it is cut in. */
  orderBy?: SQL;
  limit?: number;
  /** How many are left out at its head: only where `where` finds exactly what is asked. */
  skip?: number;
}

/**
 * The named queries in SQL, each over an index of its table (tested). They may find a little more than asked: what a query
 * means is `matches` in domain/core/queries.ts, and the reader asks it of every row.
 */
export const queryConditions: { [Q in QueryName]: (args: QueryArgs<Q>) => Condition } = {
  conversationsByTicket: ({ ticketId }) => ({ where: sql`doc->>'ticketId' = ${ticketId}` }),
  openConversationsByOwner: ({ space, ownerId }) => ({ where: sql`space = ${space} and doc->>'ownerId' = ${ownerId} and doc->>'status' = 'open'` }),
  conversationsOfAddress: ({ space, address, limit }) => ({
    where: sql`space = ${space} and doc->>'contactAddress' = ${foldAddress(address)}`,
    orderBy: sql`id desc`,
    limit,
  }),
  newestMessages: ({ conversationId, limit }) => ({
    where: sql`within = ${conversationId}`,
    orderBy: sql`(doc->>'receivedAt')::bigint desc, id desc`,
    limit,
  }),
  contactsByEmail: ({ space, address }) => ({
    where: sql`space = ${space} and doc->'emails' @> ${JSON.stringify([foldAddress(address)])}::jsonb`,
  }),
  senderRulesFor: ({ space, address }) => {
    const folded = foldAddress(address);
    return { where: sql`space = ${space} and doc->>'pattern' in (${folded}, ${folded.slice(folded.lastIndexOf('@'))})` };
  },
  channelsByAddress: ({ address }) => ({ where: sql`doc->>'address' = ${foldAddress(address)}` }),
  channelsOfInbox: ({ space }) => ({ where: sql`space = ${space}` }),
  membersOfInbox: ({ space }) => ({ where: sql`space = ${space}` }),
  teamsOfWorkspace: ({ space }) => ({ where: sql`space = ${space}` }),
  membershipsOf: ({ agentId }) => ({ where: sql`doc->>'agentId' = ${agentId}` }),
  agentsByEmail: ({ space }) => ({ where: sql`space = ${space}` }),
  agentsOfWorkspace: ({ space }) => ({ where: sql`space = ${space}` }),
  agentsByAddress: ({ space }) => ({ where: sql`space = ${space}` }),
  ticketsByNumber: ({ space, limit }) => ({ where: sql`space = ${space}`, orderBy: sql`(doc->>'number')::bigint desc, id`, limit }),
  ticketsOfContact: ({ contactId, skip, limit }) => ({ where: sql`doc->>'contactId' = ${contactId}`, limit, skip }),
  draftsOfConversation: ({ space, conversationId }) => ({ where: sql`space = ${space} and within = ${conversationId}` }),
  readMarksOfConversation: ({ conversationId }) => ({ where: sql`within = ${conversationId}` }),
  mailIdsByRfcId: ({ inboxId, rfcMessageId }) => ({
    where: sql`doc->>'inboxId' = ${inboxId} and md5(doc->>'rfcMessageId') = md5(${rfcMessageId})`,
  }),
  invitationsByTokenHash: ({ tokenHash }) => ({ where: sql`doc->>'tokenHash' = ${tokenHash}` }),
};
