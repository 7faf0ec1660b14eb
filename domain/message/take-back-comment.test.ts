import { expect, it } from 'vitest';
import { minute, World } from '../../tests/support/world';
import type { Id } from '../model/ids';

const words = { mode: 'comment' as const, to: [], cc: [], bcc: [], html: '<p>Ask Bo</p>', attachments: [] };

async function commented(by: 'ann' | 'bo' = 'ann', text = 'Ask Bo') {
  const world = new World();
  const { conversationId } = await world.mailFrom('ida@kunde.example');
  const before = world.get('conversations', conversationId);
  world.at += minute;
  const comment = (agentId: Id, said: string) =>
    world.try(agentId, 'addComment', {
      messageId: world.id(),
      conversationId,
      text: said,
      html: '<p>x</p>',
      mentions: [],
      attachments: [],
      draftId: null,
    });
  const { uuid } = await comment(by === 'ann' ? world.ann : world.bo, text);
  const takeBack = (agentId: Id, actId: Id) =>
    world.act(agentId, 'takeBackComment', { actId, conversationId, draft: { id: world.id(), content: words } });
  return { world, conversationId, before, uuid, comment, takeBack };
}

it('X26 RPL-8 it leaves thread and row as if never written, and its words are a draft again', async () => {
  const { world, conversationId, before, uuid, takeBack } = await commented();
  expect(await takeBack(world.ann, uuid)).toBeUndefined();
  expect(world.get('conversations', conversationId)).toEqual(before);
  expect(world.thread(conversationId)).toHaveLength(1);
  expect(world.rows.all('drafts')).toMatchObject([{ conversationId, content: words }]);
  expect(await takeBack(world.ann, uuid)).toBe('nothing-to-undo');
});

it('LIST-2 a newer comment stays on the row; taken back in either order none is left', async () => {
  const { world, conversationId, before, uuid, comment, takeBack } = await commented();
  world.at += 1000;
  const newer = await comment(world.bo, 'I know');
  expect(await takeBack(world.ann, uuid)).toBeUndefined();
  expect(world.get('conversations', conversationId)).toMatchObject({ messageCount: 2, commentPreview: { text: 'I know' } });
  expect(await takeBack(world.bo, newer.uuid)).toBeUndefined();
  expect(world.get('conversations', conversationId)).toEqual(before);
});

it('X11 a reply is not taken back as if it were a comment', async () => {
  const { world, conversationId, takeBack } = await commented();
  const sent = await world.reply(world.ann, conversationId);
  expect(await takeBack(world.ann, sent.uuid)).toBe('nothing-to-undo');
});

it('INB-6 K10 who may not: anybody but its author, and its author once no member of the inbox', async () => {
  const { world, uuid, takeBack } = await commented('bo');
  expect(await takeBack(world.ann, uuid)).toBe('nothing-to-undo');
  await world.act(world.ann, 'removeMember', { inboxId: world.support, agentId: world.bo });
  expect(await takeBack(world.bo, uuid)).toBe('not-found');
});
