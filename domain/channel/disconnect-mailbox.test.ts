import { expect, it } from 'vitest';
import { World } from '../../tests/support/world';
import { mailboxIn } from '../../tests/support/world-mailbox';

it('CHN-2 a mailbox signed out keeps its channel and its conversations', async () => {
  const world = new World();
  const channelId = await mailboxIn(world);
  await world.act('host', 'recordMailbox', { channelId, standing: { state: 'working' }, signedIn: true });
  const { conversationId } = await world.mailFrom('ida@kunde.example', { channelId });
  world.at += 5;
  expect(await world.act(world.ann, 'disconnectMailbox', { channelId })).toBeUndefined();
  expect(world.get('channels', channelId).mailbox?.standing).toEqual({ state: 'signed-out', since: world.at });
  expect(world.get('conversations', conversationId)).toMatchObject({ status: 'open' });
});

it('CHN-2 a channel without a mailbox has none to sign out', async () => {
  const world = new World();
  expect(await world.act(world.ann, 'disconnectMailbox', { channelId: world.mail })).toBe('not-found');
});

it('INB-4 INB-6 who may not: an agent without account access; a channel of an inbox one is not in does not exist', async () => {
  const world = new World();
  expect(await world.act(world.bo, 'disconnectMailbox', { channelId: await mailboxIn(world) })).toBe('not-allowed');
  expect(await world.act(world.ann, 'disconnectMailbox', { channelId: world.salesMail })).toBe('not-found');
});
