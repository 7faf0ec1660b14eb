import * as z from 'zod/mini';
import { defineMutation } from '../core/define-mutation';
import { refuse } from '../core/refusal';
import { agentSpace, Id, Millis } from '../model/ids';
import { mayTouchConversation } from '../permission/may-touch-conversation';
import { readMarkId } from './read-mark-id';

/**
 * How far one has read a conversation, or that one wants to look at it again (THR-21, K1). The last word counts, by the order in which the host hears of them, but
 * what was seen stays seen: a device that was offline does not make old what another has read. `seenAt` of `null` takes the mark away, as if one had
 * never looked. Of a conversation that is gone, or no longer one's own to see, nothing is kept, and nobody is told: it was no wish of theirs.
 */
export const setReadMark = defineMutation({
  name: 'setReadMark',
  args: z.object({ conversationId: Id, seenAt: z.nullable(Millis), unread: z.optional(z.literal(true)) }),
  actor: 'agent',
  may: async (actor) => (actor.kind === 'agent' ? undefined : refuse('not-allowed')),
  async run(tx, { conversationId, seenAt, unread }, { by }) {
    if (by.kind !== 'agent' || (await mayTouchConversation(by, conversationId, tx))) return;
    const id = readMarkId(by.agentId, conversationId);
    const before = await tx.readMarks.find(id);
    if (seenAt === null) {
      if (before) tx.readMarks.delete(id);
      return;
    }
    const row = { id, space: agentSpace(by.agentId), conversationId, seenAt: Math.max(before?.seenAt ?? 0, seenAt) };
    tx.readMarks.put(unread ? { ...row, unread } : row);
  },
});
