import { expect, it } from 'vitest';
import { World } from '../../tests/support/world';
import { mailboxIn } from '../../tests/support/world-mailbox';
import type { Channel } from '../model/channel';
import { firstWayOut } from './first-way-out';

it('RPL-4 CHN-2 a mail that asks for no way there is leaves by the inbox’s first that sends, before one that is disconnected', async () => {
  const world = new World();
  const disconnected = world.get('channels', await mailboxIn(world));
  const mailbox = { importSince: 0, standing: { state: 'working' as const, since: 0 } };
  const working: Channel = { ...disconnected, id: world.id(), address: 'ny@havnegaard.example', mailbox };
  const hubs = world.get('channels', world.mail);
  expect(firstWayOut([disconnected, working, hubs])).toBe(working);
  expect(firstWayOut([disconnected, hubs])).toBe(hubs);
  // It waits there until somebody signs in.
  expect(firstWayOut([disconnected])).toBe(disconnected);
  expect(firstWayOut([{ ...hubs, removed: true }, disconnected])).toBe(disconnected);
  expect(firstWayOut([{ ...hubs, address: null }, world.get('channels', world.chat)])).toBeUndefined();
});

it('INB-3 RPL-4 a conversation whose address was removed is answered from the inbox’s other address, not from a mailbox that is disconnected', async () => {
  const world = new World();
  const { conversationId } = await world.mailFrom('ida@kunde.example');
  // Older than the address that is made now.
  await mailboxIn(world);
  const { id: _id, space: _space, ...settings } = world.get('channels', world.mail);
  const { mailbox: _none, ...hosted } = { ...settings, channelId: world.id(), address: 'support@post.havnegaard.example' };
  expect(await world.act(world.ann, 'createChannel', hosted)).toBeUndefined();
  const { kind: _kind, address: _address, inboxId: _inbox, ...details } = hosted;
  expect(await world.act(world.ann, 'updateChannel', { ...details, channelId: world.mail, removed: true })).toBeUndefined();
  await world.reply(world.bo, conversationId);
  expect(world.rows.all('outboundMails').map(({ from }) => from.address)).toEqual(['support@post.havnegaard.example']);
});
