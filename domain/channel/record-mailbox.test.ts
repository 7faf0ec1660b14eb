import { expect, it } from 'vitest';
import { World } from '../../tests/support/world';
import { mailboxIn } from '../../tests/support/world-mailbox';

const refusedAs = (words: string) => ({
  state: 'failing' as const,
  problem: { code: 'sign-in-refused' as const, server: 'imap' as const, words },
});

it('CHN-2 a mailbox that stops working says in the server’s words why, and since when, however often it is tried', async () => {
  const world = new World();
  const channelId = await mailboxIn(world);
  await world.act('host', 'recordMailbox', { channelId, standing: { state: 'working' }, signedIn: true });
  world.at += 1000;
  const since = world.at;
  await world.act('host', 'recordMailbox', { channelId, standing: refusedAs('Authentication failed.'), signedIn: false });
  world.at += 60_000;
  await world.act('host', 'recordMailbox', { channelId, standing: refusedAs('Login disabled'), signedIn: false });
  expect(world.get('channels', channelId).mailbox?.standing).toEqual({ ...refusedAs('Login disabled'), since });
});

it('CHN-2 one that stands as it stood is not written again', async () => {
  const world = new World();
  const channelId = await mailboxIn(world);
  await world.act('host', 'recordMailbox', { channelId, standing: { state: 'working' }, signedIn: true });
  world.at += 1000;
  const { writes } = await world.try('host', 'recordMailbox', { channelId, standing: { state: 'working' }, signedIn: false });
  expect(writes).toEqual([]);
});

it('CHN-2 one that somebody signed out meanwhile stays so', async () => {
  const world = new World();
  const channelId = await mailboxIn(world);
  await world.act('host', 'recordMailbox', { channelId, standing: { state: 'working' }, signedIn: false });
  expect(world.get('channels', channelId).mailbox?.standing.state).toBe('signed-out');
});

it('CHN-4 that it stopped stands in the account owners’ space, with no more than they need, as long as it does', async () => {
  const world = new World();
  const channelId = await mailboxIn(world);
  const told = () => world.rows.all('stoppedChannels');
  await world.act('host', 'recordMailbox', { channelId, standing: { state: 'importing' }, signedIn: true });
  expect(told()).toEqual([]);
  const since = world.at;
  await world.act('host', 'recordMailbox', { channelId, standing: refusedAs('No.'), signedIn: false });
  const stop = {
    id: channelId,
    space: `owners:${world.workspaceId}`,
    inboxId: world.support,
    inboxName: 'Support',
    address: 'post@havnegaard.example',
    since,
  };
  expect(told()).toEqual([stop]);
  world.at += 60_000;
  const again = await world.try('host', 'recordMailbox', { channelId, standing: refusedAs('Still no.'), signedIn: false });
  expect(again.writes.map(({ table }) => table)).toEqual(['channels']);
  const rules = { roleAddressRule: 'off' as const, extraRoleAddresses: [], answerWithinMinutes: null };
  await world.act(world.ann, 'updateInbox', { inboxId: world.support, name: 'Service', ...rules });
  expect(told()).toEqual([{ ...stop, inboxName: 'Service' }]);
  await world.act('host', 'recordMailbox', { channelId, standing: { state: 'working' }, signedIn: false });
  expect(told()).toEqual([]);
  await world.act('host', 'recordMailbox', { channelId, standing: refusedAs('No.'), signedIn: false });
  await world.act(world.ann, 'disconnectMailbox', { channelId });
  expect(told()).toEqual([]);
});

it('CHN-2 CHN-4 one that is read and sends nothing says so since when; neither’s good news is the other’s', async () => {
  const world = new World();
  const channelId = await mailboxIn(world);
  const mailbox = () => world.get('channels', channelId).mailbox;
  const stops = () => world.rows.all('stoppedChannels').map(({ since }) => since);
  const record = async (standing: Parameters<typeof world.act<'recordMailbox'>>[2]['standing'], signedIn = false) => {
    world.at += 1000;
    await world.act('host', 'recordMailbox', { channelId, standing, signedIn });
    return world.at;
  };
  const problem = { code: 'sign-in-refused' as const, server: 'smtp' as const, words: '535 No.' };
  await record({ state: 'working' }, true);
  const since = await record({ state: 'sending', problem });
  await record({ state: 'sending', problem: { ...problem, words: '535 Still no.' } });
  expect(mailbox()?.sending).toEqual({ since, problem: { ...problem, words: '535 Still no.' } });
  await record({ state: 'working' });
  expect(mailbox()).toMatchObject({ standing: { state: 'working' }, sending: { since } });
  expect(stops()).toEqual([since]);
  const readSince = await record(refusedAs('No.'));
  expect(stops()).toEqual([since]);
  await record({ state: 'sending', problem: null });
  expect(mailbox()).toMatchObject({ standing: { state: 'failing', since: readSince } });
  expect(mailbox()).not.toHaveProperty('sending');
  expect(stops()).toEqual([readSince]);
  await record({ state: 'sending', problem });
  await record({ state: 'importing' }, true);
  expect(mailbox()).not.toHaveProperty('sending');
  expect(stops()).toEqual([]);
  await record({ state: 'sending', problem });
  await world.act(world.ann, 'disconnectMailbox', { channelId });
  await record({ state: 'sending', problem });
  expect(mailbox()).not.toHaveProperty('sending');
  expect(stops()).toEqual([]);
});

it('CHN-4 one that failed before anybody was told so is told with the next try', async () => {
  const world = new World();
  const channelId = await mailboxIn(world);
  await world.act('host', 'recordMailbox', { channelId, standing: refusedAs('No.'), signedIn: true });
  world.rows.commit([{ table: 'stoppedChannels', id: channelId, within: undefined, before: undefined, after: null }]);
  await world.act('host', 'recordMailbox', { channelId, standing: refusedAs('No.'), signedIn: false });
  expect(world.rows.all('stoppedChannels')).toHaveLength(1);
});

it('I8 an agent may not say so; the host may, of a mailbox that is one', async () => {
  const world = new World();
  const channelId = await mailboxIn(world);
  expect(await world.act(world.ann, 'recordMailbox', { channelId, standing: { state: 'working' }, signedIn: true })).toBe('not-allowed');
  expect(await world.act('host', 'recordMailbox', { channelId: world.mail, standing: { state: 'working' }, signedIn: true })).toBe('not-found');
});

it('CHN-2 what became of the archive that was asked for is told, and it is looked for once more after signing in again', async () => {
  const world = new World();
  const channelId = await mailboxIn(world);
  const mailbox = () => world.get('channels', channelId).mailbox;
  const record = (standing: { state: 'working' } | { state: 'archive'; found: boolean }, signedIn = false) =>
    world.act('host', 'recordMailbox', { channelId, standing, signedIn });
  await record({ state: 'working' }, true);
  await record({ state: 'archive', found: true });
  expect(mailbox()).not.toHaveProperty('archived');

  world.set('channels', channelId, { mailbox: { importSince: 0, archived: 'wanted', standing: { state: 'importing', since: world.at } } });
  await record({ state: 'archive', found: false });
  expect(mailbox()).toMatchObject({ archived: 'missing', standing: { state: 'importing' } });
  await record({ state: 'working' });
  expect(mailbox()?.archived).toBe('missing');
  await record({ state: 'working' }, true);
  expect(mailbox()?.archived).toBe('wanted');
  await record({ state: 'archive', found: true });
  expect(mailbox()?.archived).toBe('in');
});
