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

it('I8 an agent may not say so; the host may, of a mailbox that is one', async () => {
  const world = new World();
  const channelId = await mailboxIn(world);
  expect(await world.act(world.ann, 'recordMailbox', { channelId, standing: { state: 'working' }, signedIn: true })).toBe('not-allowed');
  expect(await world.act('host', 'recordMailbox', { channelId: world.mail, standing: { state: 'working' }, signedIn: true })).toBe('not-found');
});
