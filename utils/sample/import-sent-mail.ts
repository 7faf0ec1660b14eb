import * as z from 'zod/mini';
import { newConversation } from '../../domain/conversation/new-conversation';
import { withMessage } from '../../domain/conversation/with-message';
import { defineMutation } from '../../domain/core/define-mutation';
import { refuse } from '../../domain/core/refusal';
import { blankMessage } from '../../domain/message/blank-message';
import { Address } from '../../domain/model/address';
import { Id } from '../../domain/model/ids';
import type { Message } from '../../domain/model/message';

/**
 * A mail of ours that began a conversation and has no answer yet (VIEW-8). Writing one is not part of the rulebook yet; the sample takes
 * those of its past as sent. Not registered: nobody can push it.
 */
export const importSentMail = defineMutation({
  name: 'importSentMail',
  args: z.object({ conversationId: Id, messageId: Id, channelId: Id, agentId: Id, to: Address, subject: z.string(), text: z.string() }),
  actor: 'system',
  may: async (_actor, { channelId }, tx) => ((await tx.channels.find(channelId)) ? undefined : refuse('not-found')),
  async run(tx, { conversationId, messageId, channelId, agentId, to, subject, text }, { at }) {
    const channel = await tx.channels.get(channelId);
    const starter = { contactId: null, name: to.name, address: to.address };
    const begun = { ...newConversation(conversationId, channel, { at, subject, starter }), startedBy: 'us' as const, ownerId: agentId };
    const message: Message = {
      ...blankMessage,
      id: messageId,
      space: channel.space,
      conversationId,
      kind: 'email',
      direction: 'out',
      author: { kind: 'agent', agentId },
      receivedAt: at,
      to: [to],
      subject,
      text,
      rfcMessageId: `<${messageId}@havnegaard.example>`,
      delivery: { state: 'sent', at, text: '250 Ok' },
    };
    tx.messages.put(message);
    tx.conversations.put(withMessage(begun, message));
  },
});
