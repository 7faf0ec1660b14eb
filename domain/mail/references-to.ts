import type { Tx } from '../core/tx';
import type { Id } from '../model/ids';
import type { Message } from '../model/message';

/** What may stand in our header: one id in its brackets. Strangers wrote these, a line break in one would begin a header of their own. */
const messageId = /^<[^\s<>\p{Cc}]+>$/u;

/** RFC 5322 3.6.4: what it answers last. Long threads keep their beginning and their newest, so that any client still finds the thread. */
export function referencesTo(message: Pick<Message, 'references' | 'rfcMessageId'> | undefined): string[] {
  if (!message) return [];
  const { references, rfcMessageId } = message;
  const all = [...references.filter((id) => id !== rfcMessageId), rfcMessageId ?? ''].filter((id) => messageId.test(id));
  return all.length > 50 ? [...all.slice(0, 1), ...all.slice(-49)] : all;
}

/** The mail a reply answers: the one named, else the newest mail of the thread. */
export async function answeredMail(tx: Tx, conversationId: Id, inReplyTo: Id | null): Promise<Message | undefined> {
  if (inReplyTo !== null) {
    const named = await tx.messages.find(inReplyTo, conversationId);
    if (named?.rfcMessageId) return named;
  }
  const newest = await tx.query('newestMessages', { conversationId, limit: 50 });
  return newest.find((message) => message.rfcMessageId !== null && message.automatic === null);
}
