import { expect, it } from 'vitest';
import { World } from '../../tests/support/world';
import type { DraftContent } from '../model/draft';

const text = (html: string): DraftContent => ({ mode: 'reply', to: [], cc: [], bcc: [], html, attachments: [] });

async function withDraft() {
  const world = new World();
  const { conversationId } = await world.mailFrom('ida@kunde.example');
  const draftId = world.id();
  /** One editor of the draft, with the fork id it keeps while it is open. */
  const editor = () => {
    const forkId = world.id();
    const save = (html: string, basedOn: number) =>
      world.act(world.ann, 'saveDraft', { draftId, forkId, conversationId, basedOn, content: text(html) });
    return { forkId, save };
  };
  const texts = () => world.rows.all('drafts').map(({ content, revision }) => [content.html, revision]);
  return { world, conversationId, draftId, editor, texts };
}

it('RPL-8 K1 each save follows the last, in the author’s own space', async () => {
  const { world, draftId, editor, texts } = await withDraft();
  const { save } = editor();
  expect(await save('H', 0)).toBeUndefined();
  expect(await save('He', 1)).toBeUndefined();
  expect(texts()).toEqual([['He', 2]]);
  expect(world.get('drafts', draftId)).toMatchObject({ space: `agent:${world.ann}`, updatedAt: world.at });
});

it('K1 two devices: both texts are kept, each device goes on in its own', async () => {
  const { editor, texts } = await withDraft();
  const [laptop, desk] = [editor(), editor()];
  await laptop.save('Hi', 0);
  await desk.save('Hi from the desk', 1);
  // Typed offline on the laptop, each keystroke a save built on its own last one, pushed later.
  for (const [html, basedOn] of [
    ['Hi f', 1],
    ['Hi fr', 2],
    ['Hi from the train', 3],
  ] as const)
    await laptop.save(html, basedOn);
  expect(texts()).toEqual([
    ['Hi from the desk', 2],
    ['Hi from the train', 3],
  ]);
});

it('K1 the same text from two devices is one draft', async () => {
  const { editor, texts } = await withDraft();
  await editor().save('Hi', 0);
  await editor().save('Hi', 0);
  expect(texts()).toEqual([['Hi', 1]]);
});

it('RPL-8 text typed on a draft that was sent or discarded elsewhere is kept as a new one', async () => {
  const { world, draftId, editor, texts } = await withDraft();
  const { save, forkId } = editor();
  await save('Hi', 0);
  await world.act(world.ann, 'discardDraft', { draftId });
  await save('Hi there', 1);
  expect(texts()).toEqual([['Hi there', 1]]);
  expect(world.get('drafts', forkId).content.html).toBe('Hi there');
});

it('INB-6 K10 an agent of another inbox may not, and nobody under somebody else’s id', async () => {
  const { world, conversationId, draftId, editor } = await withDraft();
  await editor().save('Hi', 0);
  const args = { draftId: world.id(), forkId: world.id(), conversationId, basedOn: 0, content: text('Mine') };
  expect(await world.act(world.carl, 'saveDraft', args)).toBe('not-found');
  expect(await world.act(world.bo, 'saveDraft', { ...args, draftId })).toBe('not-found');
  expect(await world.act(world.bo, 'saveDraft', { ...args, forkId: draftId })).toBe('not-found');
});
