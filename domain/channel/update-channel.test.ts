import { expect, it } from 'vitest';
import { World } from '../../tests/support/world';

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
