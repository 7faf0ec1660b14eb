import { expect, it } from 'vitest';
import { World } from '../../tests/support/world';

const mail = (world: World, address: string | null = 'Hello@havnegaard.example') => ({
  channelId: world.id(),
  inboxId: world.support,
  kind: 'email' as const,
  name: 'Hello',
  address,
  fromName: 'company' as const,
  companyName: 'Havnegaard',
  signatureHtml: '',
  logForwardsTo: 'original-sender' as const,
  reopenTicketOnAnswer: false,
});

it('CHN-1 INB-4 connects an address to an inbox; mail to it arrives there', async () => {
  const world = new World();
  const args = mail(world);
  expect(await world.act(world.ann, 'createChannel', args)).toBeUndefined();
  expect(world.get('channels', args.channelId)).toMatchObject({ space: `inbox:${world.support}`, address: 'hello@havnegaard.example' });
  const { conversationId } = await world.mailFrom('ida@kunde.example', { channelId: args.channelId });
  expect(world.get('conversations', conversationId)).toMatchObject({ inboxId: world.support, channelId: args.channelId });
});

it('CHN-4 an address is connected once, and is no agent’s own', async () => {
  const world = new World();
  for (const address of ['support@HAVNEGAARD.example', 'bo@havnegaard.example'])
    expect(await world.act(world.ann, 'createChannel', mail(world, address))).toBe('address-taken');
});

it('CHN-2 a mail channel has a proper address, a chat has none', async () => {
  const world = new World();
  for (const address of ['hello', 'a@b.example,c@d.example'])
    expect(await world.act('host', 'createChannel', mail(world, address))).toBe('bad-arguments');
  expect(await world.act(world.ann, 'createChannel', mail(world, null))).toBe('bad-arguments');
  expect(await world.act('host', 'createChannel', { ...mail(world), kind: 'chat' })).toBe('bad-arguments');
  expect(await world.act('host', 'createChannel', { ...mail(world, null), kind: 'chat' })).toBeUndefined();
});

it('INB-4 INB-6 who has no account access may not; an inbox one is not in does not exist', async () => {
  const world = new World();
  expect(await world.act(world.bo, 'createChannel', mail(world))).toBe('not-allowed');
  expect(await world.act(world.ann, 'createChannel', { ...mail(world), inboxId: world.sales })).toBe('not-found');
});

it('SUR-9 the host alone connects mail that is only read; nothing is sent by it', async () => {
  const world = new World();
  const args = mail(world, null);
  expect(await world.act('host', 'createChannel', args)).toBeUndefined();
  const { conversationId } = await world.mailFrom('ida@kunde.example', { channelId: args.channelId });
  expect(world.get('conversations', conversationId)).toMatchObject({ channel: 'email', channelId: args.channelId });
});
