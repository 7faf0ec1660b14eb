import type { Conversation } from '../model/conversation';
import type { ViewFilter, ViewState } from '../model/custom-view';
import type { Id } from '../model/ids';
import { needsAnswer } from './views-of';

/**
 * Whether a conversation stands in a custom view as `me` sees it (VIEW-13). Reads no clock and no other row. What lies in Trash or Spam, and the sign
 * one that was merged away leaves, stand in none; what only we wrote in may (VIEW-8).
 */
export function matchesView(conversation: Conversation, filter: ViewFilter, me: Id | null): boolean {
  if (conversation.mergedInto || conversation.trashed || conversation.spam) return false;
  const { ownerId, teamId, channelId, tags = [], followers = [] } = conversation;
  const { states, owners, teams, kinds, channels, ticket, words } = filter;
  if (!states.includes(stateOf(conversation))) return false;
  if (owners && !owners.includes(ownerId ?? 'nobody') && !(owners.includes('me') && ownerId !== null && ownerId === me)) return false;
  if (teams && (teamId === null || !teams.includes(teamId))) return false;
  if (kinds && !kinds.includes(conversation.channel)) return false;
  if (channels && (channelId === null || !channels.includes(channelId))) return false;
  if (filter.tags && !filter.tags.some((id) => tags.includes(id))) return false;
  if (ticket && (ticket === 'with') !== (conversation.ticketId !== null)) return false;
  if (filter.waiting && !needsAnswer(conversation)) return false;
  if (filter.followed && (me === null || !followers.includes(me))) return false;
  return words === undefined || saysOneOf(conversation, words.toLowerCase());
}

const stateOf = ({ status, snoozed }: Conversation): ViewState => (status === 'closed' ? 'closed' : snoozed ? 'snoozed' : 'open');

const saysOneOf = ({ subject, contactName, contactAddress }: Conversation, words: string) =>
  [subject, contactName, contactAddress ?? ''].some((text) => text.toLowerCase().includes(words));
