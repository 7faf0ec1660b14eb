import { expect, it } from 'vitest';
import { World } from '../../tests/support/world';
import { mailboxIn } from '../../tests/support/world-mailbox';
import { BufferedTx } from '../core/buffered-tx';
import { ourAddresses } from '../mail/our-addresses';
import { inboxSpace } from '../model/ids';

const details = (channelId: string) => ({
  channelId,
  name: 'Support',
  fromName: 'company' as const,
  companyName: 'Havnegaard A/S',
  signatureHtml: '<p>{{agent.fullName}}</p>',
  logForwardsTo: 'forwarder' as const,
  reopenTicketOnAnswer: true,
});

it('CHN-3 CHN-5 CHN-7 from name, signature and where forwarded mail goes change; the address is what it was', async () => {
  const world = new World();
  const before = world.get('channels', world.mail);
  const { channelId, ...changed } = details(world.mail);
  expect(await world.act(world.ann, 'updateChannel', { channelId, ...changed })).toBeUndefined();
  expect(world.get('channels', world.mail)).toEqual({ ...before, ...changed });
});

it('INB-4 INB-6 who may not: an agent without account access; a channel of an inbox one is not in does not exist', async () => {
  const world = new World();
  expect(await world.act(world.bo, 'updateChannel', details(world.mail))).toBe('not-allowed');
  expect(await world.act(world.ann, 'updateChannel', details(world.salesMail))).toBe('not-found');
  expect(await world.act(world.ann, 'updateChannel', details(world.id()))).toBe('not-found');
});

it('INB-3 an address of the hub’s is removed where the inbox has another: its conversations stay, and are answered from that one', async () => {
  const world = new World();
  const { conversationId } = await world.mailFrom('ida@kunde.example');
  const remove = { ...details(world.mail), removed: true };
  expect(await world.act(world.ann, 'updateChannel', remove)).toBe('no-mail-channel');
  const newer = world.id();
  const { channelId: _mail, ...settings } = details(world.mail);
  const made = { ...settings, channelId: newer, inboxId: world.support, kind: 'email' as const, address: 'support@post.havnegaard.example' };
  expect(await world.act(world.ann, 'createChannel', made)).toBeUndefined();
  expect(await world.act(world.bo, 'updateChannel', remove)).toBe('not-allowed');
  expect(await world.act(world.ann, 'updateChannel', remove)).toBeUndefined();
  expect(await world.act(world.ann, 'updateChannel', { ...details(newer), removed: true })).toBe('no-mail-channel');

  expect(world.get('conversations', conversationId)).toMatchObject({ status: 'open', channelId: world.mail });
  await world.reply(world.bo, conversationId);
  expect(world.rows.all('outboundMails').map(({ from }) => from.address)).toEqual(['support@post.havnegaard.example']);
  // It is ours as before: nobody who answers all writes to it, and no other channel takes it.
  expect([...(await ourAddresses(new BufferedTx(world.rows).tx, inboxSpace(world.support)))].sort()).toEqual([
    'support@havnegaard.example',
    'support@post.havnegaard.example',
  ]);
  expect(await world.act(world.ann, 'updateChannel', { ...details(world.mail), removed: false })).toBeUndefined();
  expect(await world.act(world.ann, 'updateChannel', { ...details(newer), removed: true })).toBeUndefined();
});

it('CHN-2 INB-3 the team’s own mailbox is disconnected, not removed; nor is it what makes an address of the hub’s removable', async () => {
  const world = new World();
  const own = await mailboxIn(world);
  expect(await world.act(world.ann, 'updateChannel', { ...details(own), removed: true })).toBe('no-mail-channel');
  expect(await world.act(world.ann, 'updateChannel', { ...details(world.mail), removed: true })).toBe('no-mail-channel');
});
