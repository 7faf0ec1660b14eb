import { withDelivery } from '../conversation/with-delivery';
import type { Tx } from '../core/tx';
import { foldAddress } from '../model/address';
import type { Id } from '../model/ids';
import type { Message } from '../model/message';
import type { IncomingMail } from './incoming-mail';

/** The thread of the mail that did not arrive, and with whom. */
export interface Bounced {
  conversationId: Id;
  recipient: string;
}

/**
 * Marks the mail a bounce is about as failed, in the mail server's words. Only when Message-ID *and* recipient are those of a mail of ours: anybody
 * can send something that looks like a bounce (S30). "Delayed, still trying" marks nothing.
 */
export async function markBounced(tx: Tx, inboxId: Id, mail: IncomingMail): Promise<Bounced | undefined> {
  const { automatic, bounceOf, receivedAt: at } = mail;
  if (automatic !== 'bounce' || !bounceOf?.permanent || bounceOf.rfcMessageId === null) return undefined;
  const sent: Message[] = [];
  for (const { id, conversationId } of await tx.query('mailIdsByRfcId', { inboxId, rfcMessageId: bounceOf.rfcMessageId })) {
    const message = await tx.messages.find(id, conversationId);
    if (message?.delivery && wentTo(message, bounceOf.recipient)) sent.push(message);
  }
  // Tries of one mail share a Message-ID (retrySend): the newest is the one that bounced.
  const [message] = sent.sort((a, b) => b.receivedAt - a.receivedAt);
  const conversation = message && (await tx.conversations.find(message.conversationId));
  if (!conversation) return undefined;
  const bounced = { conversationId: conversation.id, recipient: bounceOf.recipient };
  if (message.delivery?.state === 'failed') return bounced;
  const delivery = { state: 'failed' as const, at, text: bounceOf.text };
  tx.messages.put({ ...message, delivery });
  tx.conversations.put(withDelivery(conversation, message.id, delivery));
  return bounced;
}

const wentTo = ({ to, cc, bcc }: Message, recipient: string) =>
  [...to, ...cc, ...bcc].some(({ address }) => foldAddress(address) === foldAddress(recipient));
