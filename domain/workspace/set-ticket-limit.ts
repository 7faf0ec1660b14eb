import * as z from 'zod/mini';
import { defineMutation } from '../core/define-mutation';
import { Id } from '../model/ids';
import { TicketLimit } from '../model/workspace';
import { maySetUp } from '../permission/may-set-up';

/** How many tickets a contact may have (CHN-12). Tickets there are stay, also where they are more. */
export const setTicketLimit = defineMutation({
  name: 'setTicketLimit',
  args: z.object({ workspaceId: Id, limit: TicketLimit }),
  actor: 'any',
  may: (actor, { workspaceId }, tx) => maySetUp(actor, workspaceId, tx),
  async run(tx, { workspaceId, limit }) {
    tx.workspaces.put({ ...(await tx.workspaces.get(workspaceId)), ticketLimit: limit });
  },
});
