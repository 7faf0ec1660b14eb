import * as z from 'zod/mini';
import { defineMutation } from '../core/define-mutation';
import { refuse } from '../core/refusal';
import { Company, Contact, Deal, SenderRule } from '../model/contact';
import { inboxSpace, workspaceSpace } from '../model/ids';
import { Ticket } from '../model/ticket';

/**
 * Takes a record as it is, from a sample or an import: companies, contacts, deals, sender rules, tickets. Conversations and messages do not come
 * this way; they are received, so that their rows agree with their threads.
 */
export const putRecord = defineMutation({
  name: 'putRecord',
  args: z.discriminatedUnion('table', [
    z.object({ table: z.literal('companies'), row: Company }),
    z.object({ table: z.literal('contacts'), row: Contact }),
    z.object({ table: z.literal('deals'), row: Deal }),
    z.object({ table: z.literal('senderRules'), row: SenderRule }),
    z.object({ table: z.literal('tickets'), row: Ticket }),
  ]),
  actor: 'system',
  async may(actor, record, tx) {
    if (actor.kind !== 'system') return refuse('not-allowed');
    if (record.table !== 'tickets') return record.row.space === workspaceSpace(actor.workspaceId) ? undefined : refuse('not-found');
    const { inboxId, space } = record.row;
    const inbox = await tx.inboxes.find(inboxId);
    return inbox?.workspaceId === actor.workspaceId && space === inboxSpace(inboxId) ? undefined : refuse('not-found');
  },
  async run(tx, record) {
    switch (record.table) {
      case 'companies':
        return tx.companies.put(record.row);
      case 'contacts':
        return tx.contacts.put(record.row);
      case 'deals':
        return tx.deals.put(record.row);
      case 'senderRules':
        return tx.senderRules.put(record.row);
      case 'tickets':
        return tx.tickets.put(record.row);
      default:
        return record satisfies never;
    }
  },
});
