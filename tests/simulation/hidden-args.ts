import type { ArgsOf } from '../../domain/mutations';
import type { Sight } from './mutation-args';

/** A message one sees, or one that one has hidden oneself; now and then any, or none there is. */
async function messageWhere({ random, newId, rows, agentId }: Sight, isHidden: boolean) {
  const messages = (await rows('messages')).filter(({ kind }) => kind !== 'event');
  const meant = random.chance(0.9) ? messages.filter(({ hidden }) => hidden?.by === (isHidden ? agentId : undefined)) : messages;
  const message = random.find(meant);
  return { conversationId: message?.conversationId ?? newId(), messageIds: [message?.id ?? newId()] };
}

export const hiddenArgs = {
  hideMessage: (sight: Sight): Promise<ArgsOf<'hideMessage'>> => messageWhere(sight, false),
  unhideMessage: (sight: Sight): Promise<ArgsOf<'unhideMessage'>> => messageWhere(sight, true),
};
