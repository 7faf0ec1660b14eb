import { expect, it } from 'vitest';
import { World } from '../../tests/support/world';

async function blocked() {
  const world = new World();
  const ruleId = world.id();
  await world.act(world.ann, 'setSenderRule', { ruleId, workspaceId: world.workspaceId, kind: 'block', pattern: 'per@firma.example' });
  return { world, ruleId };
}

it('VIEW-9 their next mail is judged like anybody’s; what they wrote before stays in Spam', async () => {
  const { world, ruleId } = await blocked();
  const before = await world.mailFrom('per@firma.example');
  expect(await world.act(world.ann, 'removeSenderRule', { ruleId })).toBeUndefined();
  const after = await world.mailFrom('per@firma.example');
  expect(world.get('conversations', before.conversationId).spam).toMatchObject({ reason: 'blocked-sender' });
  expect(world.get('conversations', after.conversationId).spam).toBeNull();
});

it('INB-4 who has no account access may not, and nobody may twice', async () => {
  const { world, ruleId } = await blocked();
  expect(await world.act(world.bo, 'removeSenderRule', { ruleId })).toBe('not-allowed');
  await world.act(world.ann, 'removeSenderRule', { ruleId });
  expect(await world.act(world.ann, 'removeSenderRule', { ruleId })).toBe('not-found');
});
