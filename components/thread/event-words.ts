import type { Agent } from '../../domain/model/agent';
import type { Id } from '../../domain/model/ids';
import type { ThreadEvent } from '../../domain/model/message';
import type { MessageKey } from '../../utils/i18n/messages';
import type { Text } from '../../utils/i18n/text';

const words: Record<ThreadEvent['code'], MessageKey> = {
  'restored-by-answer': 'eventRestored',
  'reopened-by-answer': 'eventReopened',
  'ticket-still-closed': 'eventTicketStillClosed',
  'bounce-received': 'eventBounce',
  'auto-reply-received': 'eventAutoReply',
  'assigned-in-turn': 'routeInTurn',
  'assigned-fewest-open': 'routeFewestOpen',
  'assigned-contact-owner': 'routeContactOwner',
  'unassigned-nobody-left': 'routeNobodyLeft',
  'unassigned-nobody-available': 'routeNobodyAvailable',
  'unassigned-at-limit': 'routeAtLimit',
  'unassigned-no-owner': 'routeNoOwner',
  'unassigned-owner-away': 'routeOwnerAway',
  'unassigned-owner-at-limit': 'routeOwnerAtLimit',
  'no-ticket-at-limit': 'eventNoTicket',
};

/** What a line the rules wrote says. */
export const eventWords = ({ t, number }: Text, { code, name, agentId, limit }: ThreadEvent, agents: ReadonlyMap<Id, Agent>): string => {
  const agent = agentId === undefined ? '' : (agents.get(agentId)?.name.split(' ')[0] ?? t('formerColleague'));
  return t(words[code], { name, agent, limit: number(limit ?? 0) });
};
