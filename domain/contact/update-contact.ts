import * as z from 'zod/mini';
import { defineMutation } from '../core/define-mutation';
import { refuse } from '../core/refusal';
import { Id } from '../model/ids';

/**
 * Edits what is known of a contact, in place (CTX-3). A contact is the workspace's, so that any of its agents may (K6). Only what is named changes:
 * two agents who edit different properties offline keep both.
 */
export const updateContact = defineMutation({
  name: 'updateContact',
  args: z.object({
    contactId: Id,
    phone: z.optional(z.nullable(z.string().check(z.trim(), z.maxLength(50)))),
    ownerId: z.optional(z.nullable(Id)),
  }),
  actor: 'agent',
  async may(actor, { contactId }, tx) {
    if (actor.kind !== 'agent') return refuse('not-allowed');
    const contact = await tx.contacts.find(contactId);
    const agent = await tx.agents.find(actor.agentId);
    return contact && contact.space === agent?.space ? undefined : refuse('not-found');
  },
  async run(tx, { contactId, phone, ownerId }) {
    const contact = await tx.contacts.get(contactId);
    if (ownerId) {
      const owner = await tx.agents.find(ownerId);
      if (!owner?.active || owner.space !== contact.space) return refuse('not-found');
    }
    const next = { ...contact, ...(phone === undefined ? {} : { phone: phone || null }), ...(ownerId === undefined ? {} : { ownerId }) };
    tx.contacts.put(next);
  },
});
