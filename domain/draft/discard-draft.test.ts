import { expect, it } from 'vitest';
import { World } from '../../tests/support/world';

async function withDraft() {
  const world = new World();
  const { conversationId } = await world.mailFrom('ida@kunde.example');
  const draftId = world.id();
  const content = { mode: 'reply' as const, to: [], cc: [], bcc: [], html: '<p>Hi', attachments: [] };
  await world.act(world.ann, 'saveDraft', { draftId, forkId: world.id(), conversationId, basedOn: 0, content });
  return { world, draftId };
}

it('RPL-8 goes, and a second time is no refusal', async () => {
  const { world, draftId } = await withDraft();
  expect(await world.act(world.ann, 'discardDraft', { draftId })).toBeUndefined();
  expect(world.rows.all('drafts')).toEqual([]);
  expect(await world.act(world.ann, 'discardDraft', { draftId })).toBeUndefined();
});

it('K1 K10 another agent may not, though they share the inbox: their draft is not there', async () => {
  const { world, draftId } = await withDraft();
  expect(await world.act(world.bo, 'discardDraft', { draftId })).toBe('not-found');
  expect(world.rows.all('drafts')).toHaveLength(1);
});
