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

it('CHN-2 archived mail comes in as well where somebody says so', async () => {
  const world = new World();
  for (const archived of [true, false]) {
    const args = { ...mailbox(world, `${archived}@havnegaard.example`), archived };
    await world.act(world.ann, 'connectMailbox', args);
    expect(world.get('channels', args.channelId).mailbox?.archived).toBe(archived ? 'wanted' : undefined);
  }
});

it('CHN-4 an address is a team’s or one agent’s, and connected once', async () => {
  const world = new World();
  for (const address of ['support@HAVNEGAARD.example', 'bo@havnegaard.example'])
    expect(await world.act(world.ann, 'connectMailbox', mailbox(world, address))).toBe('address-taken');
  expect(await world.act(world.ann, 'connectMailbox', mailbox(world, 'a@b.example,c@d.example'))).toBe('bad-arguments');
});

it('CHN-2 INB-3 an address that was removed is connected again as the team’s own mailbox, in its inbox: it is the same channel, set up as it was', async () => {
  const world = new World();
  const { conversationId } = await world.mailFrom('ida@kunde.example');
  const before = world.get('channels', world.mail);
  world.set('channels', world.mail, { removed: true });
  const own = mailbox(world, 'Support@havnegaard.example');
  // Under an id of its own it would be a second with this address.
  expect(await world.act(world.ann, 'connectMailbox', own)).toBe('address-taken');
  const again = { ...own, channelId: world.mail };
  await world.act(world.ann, 'connectMailbox', { ...again, address: 'hello@havnegaard.example' });
  expect(world.get('channels', world.mail)).toEqual({ ...before, removed: true });
  expect(await world.act(world.bo, 'connectMailbox', again)).toBe('not-allowed');

  expect(await world.act(world.ann, 'connectMailbox', again)).toBeUndefined();
  const taken = { ...before, removed: false, mailbox: { importSince: own.importSince, standing: { state: 'signed-out', since: world.at } } };
  expect(world.get('channels', world.mail)).toEqual(taken);
  await world.reply(world.bo, conversationId);
  expect(world.rows.all('outboundMails').map(({ from }) => from.address)).toEqual(['support@havnegaard.example']);
  // Asked once more, as by a press that was not answered.
  world.at += 1000;
  expect(await world.act(world.ann, 'connectMailbox', again)).toBeUndefined();
  expect(world.get('channels', world.mail)).toEqual(taken);
});

it('CHN-4 INB-6 one that was removed in another inbox is not taken from there', async () => {
  const world = new World();
  world.set('channels', world.salesMail, { removed: true });
  const before = world.get('channels', world.salesMail);
  const theirs = mailbox(world, 'sales@havnegaard.example');
  expect(await world.act(world.ann, 'connectMailbox', theirs)).toBe('address-taken');
  await world.act(world.ann, 'connectMailbox', { ...theirs, channelId: world.salesMail });
  expect(world.get('channels', world.salesMail)).toEqual(before);
});

it('INB-4 INB-6 who may not: an agent without account access; an inbox one is not in does not exist', async () => {
  const world = new World();
  expect(await world.act(world.bo, 'connectMailbox', mailbox(world))).toBe('not-allowed');
  expect(await world.act(world.ann, 'connectMailbox', { ...mailbox(world), inboxId: world.sales })).toBe('not-found');
});
