import type { Tx } from '../core/tx';
import type { Conversation } from '../model/conversation';
import type { Inbox } from '../model/inbox';
import type { IncomingMail } from './incoming-mail';

/**
 * The conversation of this inbox a mail belongs to: the one our verified reply token names, else the one that holds the newest mail it refers to,
 * for a bounce the mail it is about. Never by subject, never in another inbox.
 */
export async function findThreadOfMail(tx: Tx, inbox: Inbox, mail: IncomingMail): Promise<Conversation | undefined> {
  const named = mail.repliesTo === null ? undefined : await tx.conversations.find(mail.repliesTo);
  if (named?.space === inbox.space) return named;

  const bounced = mail.bounceOf?.rfcMessageId;
  for (const rfcMessageId of [...[...mail.references].reverse(), ...(bounced ? [bounced] : [])]) {
    for (const { conversationId } of await tx.query('mailIdsByRfcId', { inboxId: inbox.id, rfcMessageId })) {
      const conversation = await tx.conversations.find(conversationId);
      if (conversation?.space === inbox.space) return conversation;
    }
  }
  return undefined;
}
