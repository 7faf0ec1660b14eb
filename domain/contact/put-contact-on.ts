import type { Tx } from '../core/tx';
import type { Contact } from '../model/contact';
import type { Conversation } from '../model/conversation';

/**
 * Puts a contact on a thread by hand (CTX-1): the row is called by their name. The address stays that of whoever wrote: answers go there (D17). A
 * ticket keeps the contact it has and takes this one only if it has none.
 */
export async function putContactOn(tx: Tx, conversation: Conversation, contact: Contact): Promise<void> {
  tx.conversations.put({ ...conversation, contactId: contact.id, contactName: contact.name, contactDetached: false });
  const ticket = conversation.ticketId === null ? undefined : await tx.tickets.find(conversation.ticketId);
  if (ticket?.contactId === null) tx.tickets.put({ ...ticket, contactId: contact.id });
}
