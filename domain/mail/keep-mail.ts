import type { Tx } from '../core/tx';
import { foldAddress } from '../model/address';
import type { Conversation } from '../model/conversation';
import type { Id } from '../model/ids';
import type { Message } from '../model/message';
import { identityOf } from './find-same-mail';
import type { IncomingMail } from './incoming-mail';

/** Writes a mail into its conversation, with what it is known by when it comes again (X8) or is answered (THR-1). */
export function keepMail(
  tx: Tx,
  mail: IncomingMail,
  { conversation, message, html, inboxId }: { conversation: Conversation; message: Message; html: string | null; inboxId: Id },
): void {
  tx.conversations.put(conversation);
  tx.messages.put(message);
  if (html) tx.bodies.put({ id: message.id, conversationId: conversation.id, html });
  tx.mailIds.put({
    id: message.id,
    inboxId,
    rfcMessageId: identityOf(mail, inboxId),
    conversationId: conversation.id,
    fromAddress: foldAddress(mail.from.address),
    date: mail.date ?? mail.receivedAt,
  });
}
