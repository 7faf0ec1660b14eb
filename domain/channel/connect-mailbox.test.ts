import { expect, it } from 'vitest';
import { World } from '../../tests/support/world';

const mailbox = (world: World, address = 'Hello@havnegaard.example') => ({
  channelId: world.id(),
  inboxId: world.support,
  name: 'Hello',
  address,
  fromName: 'company' as const,
  companyName: 'Havnegaard',
  signatureHtml: '',
  logForwardsTo: 'original-sender' as const,
  reopenTicketOnAnswer: false,
  importSince: world.at - 1000,
});

it('CHN-2 INB-4 connects the team’s own mailbox to an inbox; until the hub has its password it is signed out', async () => {
  const world = new World();
  const args = mailbox(world);
  expect(await world.act(world.ann, 'connectMailbox', args)).toBeUndefined();
  expect(world.get('channels', args.channelId)).toMatchObject({
    space: `inbox:${world.support}`,
    kind: 'email',
    address: 'hello@havnegaard.example',
    mailbox: { importSince: args.importSince, standing: { state: 'signed-out', since: world.at } },
  });
  const { conversationId } = await world.mailFrom('ida@kunde.example', { channelId: args.channelId });
  expect(world.get('conversations', conversationId)).toMatchObject({ inboxId: world.support, channelId: args.channelId });
});

it('CHN-2 “from now on” is the host’s now, whatever a clock that runs ahead says', async () => {
  const world = new World();
  const args = { ...mailbox(world), importSince: world.at + 3_600_000 };
  await world.act(world.ann, 'connectMailbox', args);
  expect(world.get('channels', args.channelId).mailbox?.importSince).toBe(world.at);
});

it('CHN-2 CHN-3 one that is signed in at its provider says at which', async () => {
  const world = new World();
  const args = { ...mailbox(world), provider: 'microsoft' as const };
  await world.act(world.ann, 'connectMailbox', args);
  expect(world.get('channels', args.channelId).mailbox).toMatchObject({ provider: 'microsoft', standing: { state: 'signed-out' } });
});

it('CHN-4 an address is a team’s or one agent’s, and connected once', async () => {
  const world = new World();
  for (const address of ['support@HAVNEGAARD.example', 'bo@havnegaard.example'])
    expect(await world.act(world.ann, 'connectMailbox', mailbox(world, address))).toBe('address-taken');
  expect(await world.act(world.ann, 'connectMailbox', mailbox(world, 'a@b.example,c@d.example'))).toBe('bad-arguments');
});

it('INB-4 INB-6 who may not: an agent without account access; an inbox one is not in does not exist', async () => {
  const world = new World();
  expect(await world.act(world.bo, 'connectMailbox', mailbox(world))).toBe('not-allowed');
  expect(await world.act(world.ann, 'connectMailbox', { ...mailbox(world), inboxId: world.sales })).toBe('not-found');
});
