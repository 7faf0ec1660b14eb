import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { DexieClientStore } from '../../../utils/store/client-store';
import { openDatabase } from '../../../utils/store/database';
import { aTeam, does, replies } from '../a-team';

describe('F14 two people act on one conversation, both offline', () => {
  it('I10 both replies are kept, and both devices show the same', async () => {
    const { hub, ann, bo, conversationId, settle } = await aTeam();
    await replies(ann, hub, conversationId, 'from Ann');
    await replies(bo, hub, conversationId, 'from Bo');
    await does(bo, 'closeConversation', { conversationId });
    await does(ann, 'assignConversation', { conversationId, ownerId: hub.ann });
    await settle();
    expect(hub.accepted).toHaveLength(2);
    expect(hub.store.all('conversations')[0]).toMatchObject({ status: 'closed', ownerId: hub.ann });
  });

  it('I10 the second of two that exclude each other is refused where it is seen', async () => {
    const { hub, ann, bo, conversationId, settle } = await aTeam();
    await does(ann, 'closeConversation', { conversationId });
    const { uuid } = await does(bo, 'closeConversation', { conversationId });
    await ann.sync();
    await settle();
    expect((await bo.db.notApplied.get(uuid))?.refusal.refused).toBe('already-closed');
    expect(hub.store.all('conversations')[0]).toMatchObject({ status: 'closed', closedBy: hub.ann });
  });
});

it('F17 INB-6 taken out of an inbox while offline: its rows go, what was written is kept and told', async () => {
  const { hub, bo, conversationId, settle } = await aTeam();
  const { uuid } = await replies(bo, hub, conversationId, 'written on the train');
  await hub.act('removeMember', { inboxId: hub.support, agentId: hub.bo });
  await settle();
  expect(await bo.rows('conversations')).toEqual([]);
  expect(await bo.rows('messages')).toEqual([]);
  expect(await bo.db.notApplied.get(uuid)).toMatchObject({ refusal: { refused: 'not-found' }, args: { text: 'written on the train' } });
  expect(hub.accepted).toEqual([]);
});

it('F18 the conversation went to the trash elsewhere while it was answered offline: refused visibly, nothing is sent', async () => {
  const { hub, ann, bo, conversationId, settle } = await aTeam();
  const { uuid } = await replies(bo, hub, conversationId);
  await does(ann, 'trashConversation', { conversationId });
  await ann.sync();
  await settle();
  expect((await bo.db.notApplied.get(uuid))?.refusal.refused).toBe('in-trash');
  expect(hub.accepted).toEqual([]);
});

it('F26 panel, popup and tab write at once: every act is taken, in one order', async () => {
  const { hub, ann, conversationId, settle } = await aTeam();
  const windows = [ann.db, openDatabase(ann.name), openDatabase(ann.name)];
  const { enqueue } = await import('../../../utils/store/mutate');
  const words = await Promise.all(
    windows.flatMap((db, n) =>
      ['a', 'b', 'c'].map((text) =>
        enqueue(db, 'addComment', {
          messageId: hub.newId(),
          conversationId,
          text: `${n}${text}`,
          html: '',
          mentions: [],
          attachments: [],
          draftId: null,
        }),
      ),
    ),
  );
  expect(words.every(({ refused }) => refused === undefined)).toBe(true);
  const outbox = await ann.db.outbox.toArray();
  expect(outbox.map(({ id }) => id)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  for (const db of windows.slice(1)) db.close();
  ann.acks.push(...outbox.map(({ uuid, name, args }) => ({ uuid, name, args })));
  await settle();
});

describe('K11 a copied profile', () => {
  it('is noticed by its first act, takes an id of its own, and both keep theirs', async () => {
    const { hub, ann, devices, conversationId, settle } = await aTeam();
    await replies(ann, hub, conversationId, 'before the copy');
    await ann.sync();
    const copy = await ann.copyTo(`${ann.name}-copy`);
    devices.push(copy);
    await replies(ann, hub, conversationId, 'from the old one');
    await replies(copy, hub, conversationId, 'from the copy');
    await settle();
    const ids = await Promise.all([ann, copy].map((device) => new DexieClientStore(device.db).identity()));
    expect(new Set(ids.map(({ clientId }) => clientId)).size).toBe(2);
    expect(hub.accepted).toHaveLength(3);
  });
});
