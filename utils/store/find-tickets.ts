import type { Contact } from '../../domain/model/contact';
import type { Conversation } from '../../domain/model/conversation';
import type { Ticket } from '../../domain/model/ticket';
import { foldWords } from '../text/fold-words';
import type { StoreTables } from './store-tables';

export interface FoundTicket {
  id: Ticket['id'];
  ticket: Ticket;
  contact: Contact | undefined;
}

/**
 * Tickets a conversation may be put on (TKT-1): its contact's first, wherever they lie, then others of its inbox, newest first; those whose number or
 * a word of whose name begins with what is typed. With nothing typed the inbox's open ones. Read here, so that it goes offline.
 */
export async function findTickets(
  tables: Pick<StoreTables, 'tickets' | 'contacts'>,
  { contactId, space }: Pick<Conversation, 'contactId' | 'space'>,
  typed: string,
  limit: number,
): Promise<FoundTicket[]> {
  const words = foldWords(typed);
  const digits = /^(?:t-?)?(\d{1,9})$/.exec(words)?.[1];
  const fits = ({ name, number, trashedAt, mergedInto }: Ticket) =>
    trashedAt === null && !mergedInto && (` ${foldWords(name)}`.includes(` ${words}`) || (digits !== undefined && String(number).startsWith(digits)));
  const own = contactId === null ? [] : (await tables.tickets.where('contactId').equals(contactId).toArray()).filter(fits);
  own.sort((a, b) => Number(b.space === space) - Number(a.space === space) || b.createdAt - a.createdAt);
  const others = await tables.tickets
    .where('[space+number]')
    .between([space, 0], [space, Number.POSITIVE_INFINITY])
    .reverse()
    .filter((ticket) => fits(ticket) && (words !== '' || ticket.status === 'open') && (contactId === null || ticket.contactId !== contactId))
    .limit(limit)
    .toArray();
  // The very number that is typed stands first, however many begin with it.
  const [named] =
    digits === undefined
      ? []
      : await tables.tickets
          .where('[space+number]')
          .equals([space, Number(digits)])
          .filter(fits)
          .toArray();
  const all = [...(named ? [named] : []), ...own, ...others];
  const found = all.filter(({ id }, at) => all.findIndex((one) => one.id === id) === at).slice(0, limit);
  const contacts = await tables.contacts.bulkGet(found.map((ticket) => ticket.contactId ?? ''));
  return found.map((ticket, at) => ({ id: ticket.id, ticket, contact: contacts[at] }));
}
