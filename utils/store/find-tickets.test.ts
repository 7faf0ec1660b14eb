import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { inboxSpace } from '../../domain/model/ids';
import type { Ticket } from '../../domain/model/ticket';
import { at, id } from '../../tests/support/rows';
import { SamtaleDatabase } from './database';
import { findTickets } from './find-tickets';

const kim = id(700);
const ticket = (number: number, inbox: number, contactId: string | null, name: string, extra: Partial<Ticket> = {}) =>
  ({
    id: id(1000 + number),
    space: inboxSpace(id(inbox)),
    inboxId: id(inbox),
    number,
    name,
    stage: 'new',
    ownerId: null,
    contactId,
    createdAt: at + number,
    trashedAt: null,
    status: 'open',
    ...extra,
    version: 1,
  }) as Ticket & { version: number };

it('TKT-1 D24 finds the contact’s tickets first, then the inbox’s open ones; by number, the very number first, and by a word of the name', async () => {
  const db = new SamtaleDatabase(`find-tickets-${Math.random()}`);
  await db.tickets.bulkPut([
    ticket(1, 10, null, 'Løst bordben'),
    ticket(12, 10, kim, 'To stoleben mangler'),
    ticket(13, 10, null, 'Faktura', { status: 'closed', closedAt: at, closedBy: null }),
    ticket(14, 10, null, 'Ordre 88190'),
    ticket(15, 10, kim, 'I papirkurven', { trashedAt: at }),
    ticket(9, 11, kim, 'Hos salget'),
    ticket(8, 11, null, 'En andens hos salget'),
  ]);
  const found = async (typed: string, limit = 8) =>
    (await findTickets(db, { contactId: kim, space: inboxSpace(id(10)) }, typed, limit)).map((one) => one.ticket.number);
  expect(await found('')).toEqual([12, 9, 14, 1]);
  expect(await found('', 2)).toEqual([12, 9]);
  expect(await found('T-1')).toEqual([1, 12, 14, 13]);
  expect(await found('1', 2)).toEqual([1, 12]);
  expect(await found('lost')).toEqual([1]);
  expect(await found('fakt')).toEqual([13]);
  expect(await found('ben')).toEqual([]);
  expect(await found('8')).toEqual([14]);
  expect(await found('papir')).toEqual([]);
  await db.delete();
});
