import { dueAtOf } from '../conversation/due-at';
import { newConversation } from '../conversation/new-conversation';
import { withMessage } from '../conversation/with-message';
import type { Tx } from '../core/tx';
import type { Message } from '../model/message';
import { takeIn } from '../routing/take-in';
import { blankMessage } from './blank-message';
import type { IncomingCall } from './incoming-call';
import type { Into } from './into';

/** A call to a connected number begins a conversation: number, duration, outcome (CHN-1). A missed one waits for an answer. */
export async function receiveCall(tx: Tx, call: IncomingCall, into: Into) {
  const { channel, inbox } = into;
  const { ids, receivedAt: at, number, durationSeconds, outcome } = call;
  if (await tx.messages.find(ids.messageId, ids.conversationId)) return;
  const starter = { contactId: null, name: call.name || number, address: null };
  const blank = newConversation(ids.conversationId, channel, { at, subject: '', starter });
  const message: Message = {
    ...blankMessage,
    id: ids.messageId,
    space: blank.space,
    conversationId: blank.id,
    kind: 'call',
    direction: 'in',
    author: { kind: 'contact', ...starter },
    receivedAt: at,
    text: number,
    call: { number, durationSeconds, outcome },
  };
  tx.messages.put(message);
  const full = { ...withMessage(blank, message), call: { durationSeconds, outcome } };
  tx.conversations.put(await takeIn(tx, { ...full, dueAt: dueAtOf(full, inbox) }, into));
}
