import { expect, it } from 'vitest';
import { World } from '../../tests/support/world';
import { BufferedTx } from './buffered-tx';

async function buffered() {
  const world = new World();
  const { conversationId } = await world.mailFrom('ida@kunde.example');
  const ticketId = await world.ticketFor(conversationId);
  const buffer = new BufferedTx(world.rows);
  return { world, conversationId, ticketId, buffer, tx: buffer.tx };
}

it('I7 a rule sees its own writes, by id and by query, before anybody else does', async () => {
  const { world, conversationId, ticketId, tx } = await buffered();
  const { conversationId: other } = await world.mailFrom('per@kunde.example');
  tx.conversations.put({ ...(await tx.conversations.get(other)), ticketId });
  tx.conversations.put({ ...(await tx.conversations.get(conversationId)), ticketId: null });
  const linked = await tx.query('conversationsByTicket', { ticketId });
  expect(linked.map(({ id }) => id)).toEqual([other]);
  expect(world.get('conversations', other).ticketId).toBeNull();
});

it('K20 a limited query is filled up again where own writes hid rows of it', async () => {
  const { world, ticketId, tx } = await buffered();
  const { conversationId: other } = await world.mailFrom('per@kunde.example');
  await world.ticketFor(other);
  const [highest] = await tx.query('ticketsByNumber', { space: `inbox:${world.support}`, limit: 1 });
  expect(highest?.number).toBe(2);
  tx.tickets.delete(highest?.id ?? '');
  expect((await tx.query('ticketsByNumber', { space: `inbox:${world.support}`, limit: 1 })).map(({ id }) => id)).toEqual([ticketId]);
  tx.tickets.put({ ...world.get('tickets', ticketId), number: 9 });
  expect((await tx.query('ticketsByNumber', { space: `inbox:${world.support}`, limit: 5 })).map(({ number }) => number)).toEqual([9]);
});

it('CHN-12 a query that leaves out the first of what it finds counts own writes among them', async () => {
  const { world, ticketId, tx } = await buffered();
  const { contactId } = world.get('tickets', ticketId);
  const past = async (skip: number) => (await tx.query('ticketsOfContact', { contactId: contactId ?? '', skip, limit: 1 })).length;
  expect([await past(0), await past(1)]).toEqual([1, 0]);
  tx.tickets.put({ ...world.get('tickets', ticketId), id: world.id(), number: 2 });
  expect([await past(0), await past(1), await past(2)]).toEqual([1, 1, 0]);
  tx.tickets.delete(ticketId);
  expect([await past(0), await past(1)]).toEqual([1, 0]);
});

it('I8 a row put back as it was found is no write', async () => {
  const { conversationId, buffer, tx } = await buffered();
  const found = await tx.conversations.get(conversationId);
  tx.conversations.put({ ...found, subject: 'Other' });
  tx.conversations.put(found);
  expect(await buffer.writes()).toEqual([]);
  tx.conversations.put({ ...found, subject: 'Other' });
  expect(await buffer.writes()).toMatchObject([{ table: 'conversations', id: conversationId, before: found, after: { subject: 'Other' } }]);
});

it('S10 K4 what another writer made of a row since it was read does not turn a change into none', async () => {
  const { world, conversationId, buffer, tx } = await buffered();
  const [read] = await tx.query('conversationsByTicket', { ticketId: world.get('conversations', conversationId).ticketId ?? '' });
  const decided = { ...world.get('conversations', conversationId), subject: 'Decided' };
  tx.conversations.put(decided);
  world.rows.commit([{ table: 'conversations', id: conversationId, within: undefined, before: read, after: decided }]);
  expect(await buffer.writes()).toMatchObject([{ before: { subject: read?.subject }, after: { subject: 'Decided' } }]);
});

it('a row that must be there and is not is a fault', async () => {
  const { world, tx } = await buffered();
  await expect(tx.tickets.get(world.id())).rejects.toThrow(/is missing/);
});

it('I7 an act run inside another sees what that one changed, and what it decides becomes part of it', async () => {
  const { conversationId, buffer, tx, world } = await buffered();
  tx.conversations.put({ ...(await tx.conversations.get(conversationId)), subject: 'First' });
  const second = new BufferedTx(buffer.inside);
  const seen = await second.tx.conversations.get(conversationId);
  expect(seen.subject).toBe('First');
  second.tx.conversations.put({ ...seen, preview: 'Second' });
  buffer.take(await second.writes());
  expect(await buffer.writes()).toMatchObject([
    { before: { subject: world.get('conversations', conversationId).subject }, after: { subject: 'First', preview: 'Second' } },
  ]);
});
