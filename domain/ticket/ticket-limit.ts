import type { Tx } from '../core/tx';
import type { Id } from '../model/ids';

/** Until somebody sets another. */
export const usualTicketLimit = 1000;

/**
 * How many tickets a contact may have, where theirs are as many (CHN-12); those in trash count until they are gone. Only the last that would fit is
 * looked for, so that it costs the same however many there are.
 */
export async function reachedTicketLimit(tx: Tx, workspaceId: Id, contactId: Id | null): Promise<number | undefined> {
  if (contactId === null) return undefined;
  const limit = (await tx.workspaces.find(workspaceId))?.ticketLimit ?? usualTicketLimit;
  const [last] = await tx.query('ticketsOfContact', { contactId, skip: limit - 1, limit: 1 });
  return last && limit;
}
