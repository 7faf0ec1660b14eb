import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { id } from '../../tests/support/rows';
import { SmallClient } from '../../tests/support/small-client';
import { SmallHub } from '../../tests/support/small-hub';
import { draftsOf } from './drafts-of';
import { targetHere } from './target-here';

it('THR-17 RPL-8 a draft begun in a conversation that was merged away is found in the target, and where it was once that is undone', async () => {
  const hub = await SmallHub.start();
  for (const conversation of [100, 200, 300]) await hub.conversation(conversation);
  const [ann, bo] = [new SmallClient(hub, 2), new SmallClient(hub, 3)];
  for (const device of [ann, bo]) await device.sync();
  const content = { mode: 'reply' as const, to: [], cc: [], bcc: [], html: '<p>Half</p>', attachments: [] };
  await bo.act('saveDraft', { draftId: id(700), forkId: id(701), conversationId: id(200), basedOn: 0, content });
  await bo.act('saveDraft', { draftId: id(702), forkId: id(703), conversationId: id(300), basedOn: 0, content });
  await bo.sync();
  const merge = await ann.act('mergeConversations', { conversationId: id(100), sourceId: id(200), keepTicketId: null });
  for (const device of [ann, bo]) await device.sync();
  expect(await targetHere(bo.db, id(200))).toBe(id(100));
  const found = async (conversation: number) => (await draftsOf(bo.db, id(conversation))).map((draft) => draft.id);
  expect(await found(100)).toEqual([id(700)]);
  expect(await found(300)).toEqual([id(702)]);
  await ann.act('undo', { actId: merge });
  for (const device of [ann, bo]) await device.sync();
  expect([await found(100), await found(200)]).toEqual([[], [id(700)]]);
});
