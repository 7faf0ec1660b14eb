import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { undoSendMs } from '../../../domain/message/undo-send';
import type { Id } from '../../../domain/model/ids';
import { readThread } from '../../../utils/store/read-thread';
import { aTeam, does, replies } from '../a-team';
import type { SimDevice } from '../sim-device';
import type { SimHub } from '../sim-hub';

describe('F25 undo after Send: exactly one outcome', () => {
  const words = { mode: 'reply' as const, to: [], cc: [], bcc: [], html: '<p>Not yet</p>', attachments: [] };
  const undoing = (hub: SimHub, { uuid: actId }: { uuid: Id }, conversationId: Id) => ({
    actId,
    conversationId,
    draft: { id: hub.newId(), content: words },
  });
  const cancel = (device: SimDevice, hub: SimHub, sent: { uuid: Id }, conversationId: Id) =>
    does(device, 'cancelSend', undoing(hub, sent, conversationId));
  const isShown = async (device: SimDevice, conversationId: Id, messageId: Id) =>
    (await readThread(device.db, conversationId)).messages.some(({ id }) => id === messageId);

  it('X11 offline, both go in order and nothing is ever sent', async () => {
    const { hub, ann, bo, conversationId, settle } = await aTeam();
    const sent = await replies(ann, hub, conversationId);
    hub.now += 5000;
    await cancel(ann, hub, sent, conversationId);
    expect(await isShown(ann, conversationId, sent.messageId)).toBe(false);
    hub.now += 3 * 3_600_000;
    await settle();
    expect(hub.accepted).toEqual([]);
    expect((await ann.db.drafts.toArray()).map(({ content }) => content)).toEqual([words]);
    for (const device of [ann, bo]) expect(await isShown(device, conversationId, sent.messageId)).toBe(false);
  });

  it('X11 while the hub holds it, it comes back, also for a colleague who has seen it; drafts are one’s own', async () => {
    const { hub, ann, bo, conversationId, settle } = await aTeam();
    const before = await bo.db.conversations.get(conversationId);
    const sent = await replies(ann, hub, conversationId);
    await ann.sync();
    await bo.sync();
    expect(await isShown(bo, conversationId, sent.messageId)).toBe(true);
    await cancel(ann, hub, sent, conversationId);
    await ann.sync();
    await hub.sendMail();
    await settle();
    expect(hub.accepted).toEqual([]);
    expect({ ...(await bo.db.conversations.get(conversationId)), version: before?.version }).toEqual(before);
    expect([await ann.db.drafts.count(), await bo.db.drafts.count()]).toEqual([1, 0]);
  });

  it('X11 too late it is refused, seen as such, and the mail stands in the thread', async () => {
    const { hub, ann, conversationId, settle } = await aTeam();
    const sent = await replies(ann, hub, conversationId);
    await ann.sync();
    const { uuid } = await cancel(ann, hub, sent, conversationId);
    hub.now += undoSendMs;
    await hub.sendMail();
    await settle();
    expect(hub.accepted).toHaveLength(1);
    expect((await ann.db.notApplied.get(uuid))?.refusal).toEqual({ refused: 'already-left' });
    expect(await isShown(ann, conversationId, sent.messageId)).toBe(true);
    // Known to have left, it is refused here at once.
    expect(await ann.act('cancelSend', undoing(hub, sent, conversationId))).toBeUndefined();
  });

  it('the worker dies after any effect of the sync that carries both: never sent, never twice', async () => {
    for (let killAt = 1; killAt < 14; killAt++) {
      const { hub, ann, conversationId, settle } = await aTeam();
      const sent = await replies(ann, hub, conversationId);
      await cancel(ann, hub, sent, conversationId);
      await ann.sync({ killAt });
      await settle();
      expect(hub.accepted).toEqual([]);
      expect(await ann.db.drafts.count()).toBe(1);
    }
  });
});
