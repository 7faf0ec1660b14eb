import { expect, it } from 'vitest';
import { World } from '../../tests/support/world';
import { mailboxIn } from '../../tests/support/world-mailbox';
import { mostAliases } from '../model/agent';

const alias = 'bo@privat.example';
const forward = {
  from: { name: 'Ida', address: 'ida@kunde.example' },
  ...{ to: [], subject: 'Broken lamp', text: 'It is broken', html: null, date: Date.UTC(2026, 1, 1) },
};

it('CHN-4 what an agent says is theirs too is no team’s: refused when a channel is connected, and free again without it', async () => {
  const world = new World();
  expect(await world.act(world.bo, 'addAlias', { agentId: world.bo, address: 'Bo@Privat.example' })).toBeUndefined();
  expect(world.get('agents', world.bo)).toMatchObject({ email: 'bo@havnegaard.example', aliases: [alias] });
  await world.act(world.bo, 'addAlias', { agentId: world.bo, address: alias });
  expect(world.get('agents', world.bo).aliases).toEqual([alias]);
  await expect(mailboxIn(world, alias)).rejects.toThrow('address-taken');
  expect(await world.act(world.bo, 'removeAlias', { agentId: world.bo, address: alias })).toBeUndefined();
  await mailboxIn(world, alias);
  expect(await world.act(world.bo, 'addAlias', { agentId: world.bo, address: alias })).toBe('address-taken');
});

it('CHN-4 never a colleague’s, a team’s or a contact’s, and not without end', async () => {
  const world = new World();
  await world.act(world.ann, 'addAlias', { agentId: world.ann, address: 'ann@privat.example' });
  await world.mailFrom('ida@kunde.example');
  const claim = (address: string) => world.act(world.bo, 'addAlias', { agentId: world.bo, address });
  for (const address of ['ann@havnegaard.example', 'Ann@privat.example', 'support@havnegaard.example', 'bo@havnegaard.example'])
    expect(await claim(address)).toBe('address-taken');
  expect(await claim('Ida@kunde.example')).toBe('address-of-contact');
  expect(await claim('no address')).toBe('bad-arguments');
  for (let n = 0; n < mostAliases; n++) expect(await claim(`bo${n}@privat.example`)).toBeUndefined();
  expect(await claim(alias)).toBe('bad-arguments');
});

it('CHN-4 CHN-5 it knows one’s own forwards, and makes nobody the writer of what was sent from there', async () => {
  const world = new World();
  await world.act(world.bo, 'addAlias', { agentId: world.bo, address: alias });
  const { conversationId, ids } = await world.mailFrom('Bo@privat.example', { forward });
  expect(world.get('conversations', conversationId).contactAddress).toBe('ida@kunde.example');
  expect(world.get('messages', ids.messageId)).toMatchObject({ forwardedBy: { address: 'Bo@privat.example' } });
  const sent = await world.mailFrom(alias, { to: [{ name: 'Ole', address: 'ole@kunde.example' }], mailbox: { folder: 'sent', history: false } });
  expect(world.get('messages', sent.ids.messageId).author).toMatchObject({ kind: 'team', address: alias });
});

it('CHN-4 who may not: a colleague, not even with account access; the host', async () => {
  const world = new World();
  for (const by of [world.carl, world.ann, 'host'] as const)
    expect(await world.act(by, 'addAlias', { agentId: world.bo, address: alias })).toBe('not-allowed');
  expect(await world.act(world.bo, 'addAlias', { agentId: world.id(), address: alias })).toBe('not-found');
});
