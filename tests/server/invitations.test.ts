import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Invitation } from '../../domain/model/invitation';
import { agentRow, id, memberRow, workspaceId, write } from '../support/rows';
import { startTestHub, type TestHub } from './test-hub';

let hub: TestHub;
let made = 0;
beforeAll(async () => {
  hub = await startTestHub();
  await hub.commit([
    write('agents', agentRow(20, { accountAccess: true })),
    write('agents', agentRow(21, { superAdmin: true })),
    write('agents', agentRow(22)),
    write('members', memberRow(120, 10, 20)),
  ]);
});
afterAll(() => hub.stop());
beforeEach(async () => {
  await hub.database.query('delete from invitations');
});

async function invitation(extra: Partial<Invitation> = {}): Promise<Invitation> {
  made += 1;
  const row: Invitation = {
    id: id(5000 + made),
    workspaceId,
    tokenHash: String(made).padStart(64, 'f'),
    agentId: null,
    name: `Dina ${made}`,
    email: '',
    inboxIds: [id(10), id(11)],
    accountAccess: false,
    createdAt: hub.clock.now,
    expiresAt: hub.clock.now + 3600_000,
    usedAt: null,
    ...extra,
  };
  await hub.commit([write('invitations', row)]);
  return row;
}
const listOf = async (agent: number) => (await (await hub.request(agent, '/invitations')).json()) as { invitations: { id: string }[] };
const idsOf = async (agent: number) => (await listOf(agent)).invitations.map((one) => one.id);
const withdraw = async (agent: number | null, invitationId: string) => {
  const answer = await hub.post(agent, '/invitations/withdraw', { invitationId });
  return [answer.status, await answer.json()];
};

it('S10 lists what may still be used, newest first, without a token’s hash', async () => {
  const [first, second] = [await invitation(), await invitation()];
  await invitation({ usedAt: hub.clock.now });
  await invitation({ expiresAt: hub.clock.now });
  expect(await idsOf(20)).toEqual([second.id, first.id]);
  expect(JSON.stringify(await listOf(20))).not.toContain(first.tokenHash);
});

it('INB-6 S10 each sees what they may withdraw: ways back for super administrators, inboxes one is in', async () => {
  const [newcomer, back] = [await invitation(), await invitation({ agentId: id(22) })];
  expect(await idsOf(20)).toEqual([newcomer.id]);
  expect(await idsOf(21)).toEqual([back.id, newcomer.id]);
  expect(await idsOf(22)).toEqual([]);
  expect((await listOf(20)).invitations).toMatchObject([{ name: newcomer.name, inboxIds: [id(10)] }]);
});

it('S10 withdrawn it is gone; twice is once', async () => {
  const row = await invitation();
  expect(await withdraw(20, row.id)).toEqual([200, { withdrawn: true }]);
  expect(await withdraw(20, row.id)).toEqual([200, { withdrawn: false }]);
  expect(await idsOf(20)).toEqual([]);
});

it('INB-4 not without account access, a way back not without being super administrator', async () => {
  const [newcomer, back] = [await invitation(), await invitation({ agentId: id(22) })];
  expect(await withdraw(22, newcomer.id)).toMatchObject([403, { error: 'not-allowed' }]);
  expect(await withdraw(20, back.id)).toMatchObject([403, { error: 'not-allowed' }]);
  expect(await idsOf(21)).toEqual([back.id, newcomer.id]);
  expect((await hub.request(null, '/invitations')).status).toBe(401);
  expect((await withdraw(null, newcomer.id))[0]).toBe(401);
});

it('K10 one that was used stays, and an id that is nowhere tells nothing', async () => {
  const used = await invitation({ usedAt: hub.clock.now });
  expect(await withdraw(20, used.id)).toEqual(await withdraw(20, id(9999)));
});

it('a person at the hub’s address in a tab sees what it is and how one gets in; a program hears that nothing is there', async () => {
  const page = async (path: string, language = 'en') => hub.request(null, path, { headers: { accept: 'text/html', 'accept-language': language } });
  const landing = await page('/');
  expect([landing.status, await landing.text()]).toEqual([200, expect.stringContaining('The Samtale hub of Havnegaard')]);
  expect(await (await page('/', 'da')).text()).toContain('Tryk på Samtales knap');
  const nothing = await page('/no/such/page');
  expect([nothing.status, await nothing.text()]).toEqual([404, expect.stringContaining('There is nothing here')]);
  expect(await (await hub.request(null, '/no/such/page')).json()).toMatchObject({ error: 'not-found' });
});
