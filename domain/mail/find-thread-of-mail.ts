import type { Tx } from '../core/tx';
import { targetOf } from '../merge/target-of';
import type { Conversation } from '../model/conversation';
import type { Inbox } from '../model/inbox';
import type { IncomingMail } from './incoming-mail';

/**
 * The conversation of this inbox a mail belongs to: the one our verified reply token names, else the one that holds the newest mail it refers to,
 * for a bounce the mail it is about; what was merged since lies in its target, and what was split off the named one is where it was put (THR-17).
 * Never by subject, never in another inbox.
 */
export async function findThreadOfMail(tx: Tx, inbox: Inbox, mail: IncomingMail): Promise<Conversation | undefined> {
  const found = mail.repliesTo === null ? undefined : await tx.conversations.find(await targetOf(tx, mail.repliesTo));
  const named = found?.space === inbox.space ? found : undefined;

  const bounced = mail.bounceOf?.rfcMessageId;
  for (const rfcMessageId of [...[...mail.references].reverse(), ...(bounced ? [bounced] : [])]) {
    for (const { id, conversationId } of await tx.query('mailIdsByRfcId', { inboxId: inbox.id, rfcMessageId })) {
      const conversation = await tx.conversations.find(conversationId);
      if (conversation?.space !== inbox.space) continue;
      if (!named || (await tx.messages.find(id, conversationId))?.movedFrom?.includes(named.id)) return conversation;
      return named;
    }
  }
  return named;
}
