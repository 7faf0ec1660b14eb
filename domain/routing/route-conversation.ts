import { withMessage } from '../conversation/with-message';
import type { Tx } from '../core/tx';
import { eventLine } from '../message/event-line';
import type { Into } from '../message/into';
import type { Agent } from '../model/agent';
import type { Conversation } from '../model/conversation';
import { workspaceSpace } from '../model/ids';
import type { ThreadEvent } from '../model/message';
import type { Routing } from '../model/routing';
import { ownerAfterRouting } from '../ticket/owner-after-assignment';
import { type Candidate, chooseAgent } from './choose-agent';
import { whoMayGet } from './who-may-get';

/**
 * Automatic assignment (RTE-1…3): a conversation its channel gives to somebody by itself, once, when a person has written in it for the first time
 * and nobody owns it. Whatever comes of it stands in the thread in words, as a line whose id is the act's own, so that it is the same at every
 * try. A ticket it is on follows only where nobody owns it (D7).
 */
export async function routeConversation(tx: Tx, conversation: Conversation, into: Into): Promise<Conversation> {
  const { act } = into;
  const { routing } = into.channel;
  const { routed, ownerId, teamId, spam, trashed, ticketId } = conversation;
  if (!routing || routed || ownerId !== null || teamId !== null || spam || trashed) return conversation;
  const { agent, event } = await decide(tx, conversation, { ...into, routing });
  const ticket = ticketId === null || !agent ? undefined : await tx.tickets.find(ticketId);
  if (ticket && agent) tx.tickets.put({ ...ticket, ownerId: ownerAfterRouting(ticket.ownerId, { to: agent.id, rule: into.channel.tickets }) });
  const line = eventLine(conversation, { id: act.uuid, at: act.at, event });
  tx.messages.put(line);
  return { ...withMessage(conversation, line), ownerId: agent?.id ?? null, routed: true as const };
}

interface Decision {
  agent?: Agent;
  event: ThreadEvent;
}

async function decide(
  tx: Tx,
  { space, contactId }: Conversation,
  { routing, channel, inbox, act: { at } }: Into & { routing: Routing },
): Promise<Decision> {
  const name = channel.address ?? channel.name;
  const limit = routing.limit === null ? {} : { limit: routing.limit };
  const members = await tx.query('membersOfInbox', { space });
  const agents = (await Promise.all(members.map(({ agentId }) => tx.agents.find(agentId)))).filter((agent) => agent !== undefined);
  const counts = routing.limit !== null || routing.method === 'fewest-open';
  const withOpen = (some: readonly Agent[]): Promise<Candidate[]> =>
    Promise.all(some.map(async (agent) => ({ agent, open: counts ? await openOf(tx, space, agent) : 0 })));

  const ownerId = routing.to === 'contact-owner' && contactId !== null ? (await tx.contacts.find(contactId))?.ownerId : null;
  const owner = agents.find(({ id, active }) => active && id === ownerId);
  if (owner) {
    const chosen = chooseAgent(routing, await withOpen([owner]), { last: undefined, at });
    if (typeof chosen === 'object') return { agent: chosen, event: { code: 'assigned-contact-owner', name, agentId: chosen.id } };
    return { event: { code: chosen === 'at-limit' ? 'unassigned-owner-at-limit' : 'unassigned-owner-away', name, agentId: owner.id, ...limit } };
  }

  const teams = routing.teamIds.length === 0 ? [] : await tx.query('teamsOfWorkspace', { space: workspaceSpace(inbox.workspaceId) });
  const chosen = chooseAgent(routing, await withOpen(whoMayGet(routing, { teams, members, agents })), { last: channel.lastInTurn, at });
  if (chosen === 'nobody-left' && routing.to === 'contact-owner') return { event: { code: 'unassigned-no-owner', name } };
  if (typeof chosen === 'string') return { event: { code: `unassigned-${chosen}`, name, ...limit } };
  tx.channels.put({ ...channel, lastInTurn: chosen.id });
  return { agent: chosen, event: { code: `assigned-${routing.method}`, name, agentId: chosen.id } };
}

/** What somebody has to answer in this inbox: spam and trash are nobody's work. */
async function openOf(tx: Tx, space: Conversation['space'], { id: ownerId }: Agent): Promise<number> {
  const open = await tx.query('openConversationsByOwner', { space, ownerId });
  return open.filter(({ spam, trashed }) => !spam && !trashed).length;
}
