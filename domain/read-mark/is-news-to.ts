import type { Id } from '../model/ids';
import type { Message } from '../model/message';

type Words = Pick<Message, 'kind' | 'direction' | 'author' | 'automatic' | 'blocked' | 'logged'>;

/**
 * Whether a message is news to this agent (THR-21): the contact's word, a colleague's comment. That a colleague answered is none, the row's arrow says
 * it; nor is what a machine, a bot or a blocked sender wrote, nor what happened.
 */
export const isNewsTo = ({ kind, direction, author, automatic, blocked, logged }: Words, agentId: Id): boolean => {
  if (kind === 'comment') return author.kind === 'agent' && author.agentId !== agentId;
  return kind !== 'event' && direction === 'in' && !automatic && !blocked && author.kind !== 'bot' && logged?.by !== agentId;
};
