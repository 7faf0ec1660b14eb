import * as z from 'zod/mini';
import { defineMutation } from '../core/define-mutation';
import { refuse } from '../core/refusal';
import { isSendableAddress } from '../mail/is-sendable-address';
import { ourAddresses } from '../mail/our-addresses';
import { foldAddress } from '../model/address';
import { Id, workspaceSpace } from '../model/ids';
import { mayTouchConversation } from '../permission/may-touch-conversation';
import { findContact } from './find-contact';
import { putContactOn } from './put-contact-on';

/**
 * Makes a contact of whoever began a thread and puts them on it: what an e-mail does by itself and a chat or a call by a click (CTX-6). Where the
 * workspace has a contact with this address, that one is put on it: one address is one contact.
 */
export const createContact = defineMutation({
  name: 'createContact',
  args: z.object({
    contactId: Id,
    conversationId: Id,
    name: z.string().check(z.trim(), z.minLength(1), z.maxLength(500)),
    email: z.nullable(z.string().check(z.maxLength(320))),
    phone: z.nullable(z.string().check(z.trim(), z.maxLength(50))),
  }),
  actor: 'agent',
  undoable: true,
  may: (actor, { conversationId }, tx) => mayTouchConversation(actor, conversationId, tx),
  async run(tx, { contactId, conversationId, name, email, phone }, { at }) {
    const conversation = await tx.conversations.get(conversationId);
    if (conversation.trashed) return refuse('in-trash');
    if (conversation.spam) return refuse('in-spam');
    if (conversation.contactId !== null) return refuse('has-contact');
    const address = foldAddress(email ?? '');
    if (address && !isSendableAddress(address)) return refuse('bad-recipient', { address });
    if ((await ourAddresses(tx, conversation.space)).has(address)) return refuse('address-taken');

    const { workspaceId } = await tx.inboxes.get(conversation.inboxId);
    const known = address ? await findContact(tx, workspaceId, address) : undefined;
    if (!known && (await tx.contacts.find(contactId))) return refuse('has-contact');
    const emails = address ? [address] : [];
    const fresh = { id: contactId, space: workspaceSpace(workspaceId), name, emails, phone: phone || null, companyId: null, ownerId: null };
    const contact = known ?? { ...fresh, createdAt: at };
    if (!known) tx.contacts.put(contact);
    await putContactOn(tx, conversation, contact);
  },
});
