import { expect, it } from 'vitest';
import { World } from '../../tests/support/world';
import type { ArgsOf } from '../mutations';

const rule = (world: World, kind: ArgsOf<'setSenderRule'>['kind'], pattern: string) =>
  world.act(world.ann, 'setSenderRule', { ruleId: world.id(), workspaceId: world.workspaceId, kind, pattern });
const whereMailGoes = async (world: World, from: string) => {
  const { conversationId } = await world.mailFrom(from);
  return world.get('conversations', conversationId).spam?.reason ?? 'open';
};

it('VIEW-9 of one address there is one rule: the newest; an address is stronger than its domain', async () => {
  const world = new World();
  expect(await rule(world, 'deny', '@Firma.example')).toBeUndefined();
  expect(await whereMailGoes(world, 'per@firma.example')).toBe('denied-sender');
  await rule(world, 'block', 'Per@firma.example');
  await rule(world, 'allow', 'per@firma.example');
  expect(world.rows.all('senderRules').map(({ kind, pattern }) => `${kind} ${pattern}`)).toEqual(['deny @firma.example', 'allow per@firma.example']);
  expect(await whereMailGoes(world, 'per@firma.example')).toBe('open');
  expect(await whereMailGoes(world, 'ole@firma.example')).toBe('denied-sender');
});

it('VIEW-9 it holds for what begins from then on: what is here stays where it lies', async () => {
  const world = new World();
  const { conversationId } = await world.mailFrom('per@firma.example');
  await rule(world, 'deny', 'per@firma.example');
  expect(world.get('conversations', conversationId).spam).toBeNull();
});

it.each(['bo@havnegaard.example', 'Support@havnegaard.example', '@havnegaard.example'])('D14 our own are not refused: %s', async (pattern) => {
  const world = new World();
  expect(await rule(world, 'block', pattern)).toBe('own-address');
  expect(await rule(world, 'deny', pattern)).toBe('own-address');
  expect(await rule(world, 'allow', pattern)).toBeUndefined();
});

it('D14 CHN-4 CHN-5 an address an agent says is theirs is not refused by name; by its domain it is, and what they forward from it comes in', async () => {
  const world = new World();
  await world.act(world.bo, 'addAlias', { agentId: world.bo, address: 'bo@privat.example' });
  expect(await rule(world, 'block', 'Bo@privat.example')).toBe('own-address');
  expect(await rule(world, 'deny', '@privat.example')).toBeUndefined();
  expect(await whereMailGoes(world, 'bo@privat.example')).toBe('denied-sender');
  const of = { name: 'Kim', address: 'kim@kunde.example' };
  const forward = { from: of, to: [], subject: 'Tilbud', text: 'Hej', html: null, date: null };
  const { conversationId } = await world.mailFrom('bo@privat.example', { forward });
  expect(world.get('conversations', conversationId)).toMatchObject({ spam: null, contactAddress: 'kim@kunde.example' });
});

it('D14 CHN-4 a rule from before somebody said the address is theirs stays until it is taken out, for nobody has proved it', async () => {
  const world = new World();
  await rule(world, 'block', 'bo@privat.example');
  expect(await world.act(world.bo, 'addAlias', { agentId: world.bo, address: 'bo@privat.example' })).toBeUndefined();
  expect(await whereMailGoes(world, 'bo@privat.example')).toBe('blocked-sender');
});

it.each(['per', 'per@', '@', 'a@b@c.example', 'per @kunde.example', '@example', '*'])('VIEW-9 %j is neither address nor domain', async (pattern) => {
  expect(await rule(new World(), 'block', pattern)).toBe('bad-arguments');
});

it('INB-4 who has no account access may not', async () => {
  const world = new World();
  const args = { ruleId: world.id(), workspaceId: world.workspaceId, kind: 'allow', pattern: 'per@firma.example' } as const;
  expect(await world.act(world.bo, 'setSenderRule', args)).toBe('not-allowed');
});
