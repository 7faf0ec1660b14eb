import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { undoSendMs } from '../../../domain/message/undo-send';
import { applyLostAgain, dismissLost } from '../../../utils/store/apply-lost-again';
import { notApplied } from '../../../utils/store/not-applied';
import { readThread } from '../../../utils/store/read-thread';
import { aTeam, does, replies } from '../a-team';
import { Watch } from '../invariants';

describe('F19 K12 the hub is restored from a backup', () => {
  it('what waits is pushed to the restored hub, what it lost is still told here; a reply among it is held for a person', async () => {
    const { hub, ann, conversationId, settle } = await aTeam();
    const backup = hub.store.backup();
    const lost = await does(ann, 'closeConversation', { conversationId });
    await ann.sync();
    const waiting = await replies(ann, hub, conversationId);
    await hub.restore(backup);
    await settle({ restored: true });
    expect(await notApplied(ann.db)).toMatchObject([{ uuid: lost.uuid, refusal: { refused: 'hub-restored' }, lost: true }]);
    expect(await ann.db.confirmed.get(lost.uuid)).toBeUndefined();
    expect(hub.store.state.acts.get(waiting.uuid)).toEqual({ refused: null });
    expect(hub.accepted).toHaveLength(0);
    await does(ann, 'retrySend', { messageId: waiting.messageId, conversationId, newMessageId: hub.newId() });
    await settle({ restored: true });
    expect(hub.accepted).toHaveLength(1);
  });

  it('K12 what it lost is done again as it was, drafts and what was sent from them in their order; nothing it still has is offered', async () => {
    const { hub, ann, conversationId, settle } = await aTeam();
    await does(ann, 'assignConversation', { conversationId, ownerId: hub.ann });
    await ann.sync();
    const backup = hub.store.backup();
    const draftId = hub.newId();
    const content = { mode: 'comment' as const, to: [], cc: [], bcc: [], html: '<p>x</p>', attachments: [] };
    for (const basedOn of [0, 1]) {
      await does(ann, 'saveDraft', { draftId, forkId: hub.newId(), conversationId, basedOn, content: { ...content, html: `<p>${basedOn}</p>` } });
      await ann.sync();
    }
    const comment = { messageId: hub.newId(), conversationId, text: 'x', html: '', mentions: [], attachments: [], draftId };
    const said = await does(ann, 'addComment', comment);
    const closed = await does(ann, 'closeConversation', { conversationId });
    await ann.sync();
    await hub.restore(backup);
    await settle({ restored: true });

    const offered = await notApplied(ann.db);
    expect(offered.filter(({ chain, uuid }) => chain === uuid).map(({ uuid }) => uuid)).toEqual([closed.uuid, said.uuid]);
    expect(offered.filter(({ chain }) => chain === said.uuid)).toHaveLength(3);
    await applyLostAgain(ann.db, [closed.uuid, said.uuid]);
    await settle({ restored: true });
    expect(await notApplied(ann.db)).toEqual([]);
    expect(hub.store.all('messages').filter(({ text }) => text === 'x')).toHaveLength(1);
    expect(hub.store.all('drafts')).toEqual([]);
    expect(hub.store.all('conversations')).toMatchObject([{ status: 'closed', ownerId: hub.ann }]);
  });

  it('K12 I2 a reply it had mailed and lost is done again without a second mail; one let go stays gone', async () => {
    const { hub, ann, conversationId, settle } = await aTeam();
    const backup = hub.store.backup();
    const again = await replies(ann, hub, conversationId, 'again');
    const gone = await replies(ann, hub, conversationId, 'gone');
    await settle();
    expect(hub.accepted).toHaveLength(2);
    await hub.restore(backup);
    await settle({ restored: true });
    await applyLostAgain(ann.db, [again.uuid]);
    await dismissLost(ann.db, [gone.uuid]);
    ann.acks.pop();
    await settle({ restored: true });
    const { messages } = await readThread(ann.db, conversationId);
    expect(messages.flatMap(({ id, delivery }) => (delivery ? [[id, delivery.state]] : []))).toEqual([[again.messageId, 'unknown']]);
    expect(hub.accepted).toHaveLength(2);
    expect(await notApplied(ann.db)).toEqual([]);
  });

  it('K12 F1 killed at any point while it learns of the restore, everything is offered once', async () => {
    const { hub, ann, conversationId, settle } = await aTeam();
    const backup = hub.store.backup();
    const lost = await does(ann, 'closeConversation', { conversationId });
    await ann.sync();
    await hub.restore(backup);
    for (let killAt = 1; (await ann.sync({ killAt })) === 'killed'; killAt++) await new Watch().look(ann);
    expect((await notApplied(ann.db)).map(({ uuid }) => uuid)).toEqual([lost.uuid]);
    await settle({ restored: true });
  });

  it.each([0, 7 * 86_400_000, -7 * 86_400_000])('I2 a reply mailed since and told again is mailed once, with a clock %i ms off', async (skew) => {
    const { hub, ann, bo, conversationId, settle } = await aTeam();
    ann.skew = skew;
    const backup = hub.store.backup();
    const { messageId } = await replies(ann, hub, conversationId);
    await ann.sync({ network: new Map([[1, 'drop-response']]) });
    hub.now += undoSendMs;
    await hub.sendMail();
    expect(hub.accepted).toHaveLength(1);
    await hub.restore(backup);
    await settle({ restored: true });
    expect(hub.accepted).toHaveLength(1);
    for (const device of [ann, bo]) {
      const { messages } = await readThread(device.db, conversationId);
      expect(messages.find(({ id }) => id === messageId)?.delivery?.state).toBe('unknown');
      expect((await device.db.conversations.get(conversationId))?.deliveryProblem).toMatchObject({ messageId, state: 'unknown' });
    }
    // Written to the restored hub, a reply goes by itself.
    await replies(ann, hub, conversationId);
    await settle({ restored: true });
    expect(hub.accepted).toHaveLength(2);
  });

  it('mail that was queued in the backup is held for a person: it may have gone out since', async () => {
    const { hub, ann, conversationId, settle } = await aTeam();
    const { messageId } = await replies(ann, hub, conversationId);
    await ann.sync();
    const backup = hub.store.backup();
    hub.now += undoSendMs;
    await hub.sendMail();
    await hub.restore(backup);
    await settle({ restored: true });
    expect(hub.accepted).toHaveLength(1);
    const { messages } = await readThread(ann.db, conversationId);
    expect(messages.find(({ id }) => id === messageId)?.delivery?.state).toBe('unknown');
  });
});
