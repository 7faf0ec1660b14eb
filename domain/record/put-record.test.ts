import { expect, it } from 'vitest';
import { World } from '../../tests/support/world';

it('ALL-6 takes a record of each kind as it is', async () => {
  const world = new World();
  const space = `workspace:${world.workspaceId}`;
  const [companyId, contactId, dealId, ticketId] = [world.id(), world.id(), world.id(), world.id()];
  const company = { id: companyId, space, name: 'Kunde ApS', domain: 'kunde.example' };
  const contact = { id: contactId, space, name: 'Ida', emails: ['ida@kunde.example'], phone: null, companyId, ownerId: world.ann, createdAt: 1 };
  const deal = { id: dealId, space, name: 'Lamps', contactId, companyId, amountMinor: 120_000, currency: 'DKK', stage: 'won' };
  const base = { id: ticketId, space: `inbox:${world.support}`, inboxId: world.support, number: 7, name: 'Broken', stage: 'new' };
  const ticket = { ...base, ownerId: null, contactId, createdAt: 1, trashedAt: null, status: 'open' as const };
  await world.act('host', 'putRecord', { table: 'companies', row: company });
  await world.act('host', 'putRecord', { table: 'contacts', row: contact });
  await world.act('host', 'putRecord', { table: 'deals', row: deal });
  await world.act('host', 'putRecord', { table: 'tickets', row: ticket });
  expect([world.get('companies', companyId), world.get('contacts', contactId)]).toEqual([company, contact]);
  expect([world.get('deals', dealId), world.get('tickets', ticketId)]).toEqual([deal, ticket]);

  const { conversationId } = await world.mailFrom('ida@kunde.example');
  expect(world.get('conversations', conversationId).contactId).toBe(contactId);
  expect(world.get('tickets', await world.ticketFor(conversationId)).number).toBe(8);
});

it('K10 an agent may not: only the host, only into its own workspace', async () => {
  const world = new World();
  const row = { id: world.id(), space: `workspace:${world.workspaceId}`, name: 'Kunde ApS', domain: null };
  expect(await world.act(world.ann, 'putRecord', { table: 'companies', row })).toBe('not-allowed');
  expect(await world.act('host', 'putRecord', { table: 'companies', row: { ...row, space: `workspace:${world.id()}` } })).toBe('not-found');
  const base = { id: world.id(), space: `inbox:${world.sales}`, inboxId: world.support, number: 1, name: 'A', stage: 'new', ownerId: null };
  const ticket = { ...base, contactId: null, createdAt: 1, trashedAt: null, status: 'open' as const };
  expect(await world.act('host', 'putRecord', { table: 'tickets', row: ticket })).toBe('not-found');
});
