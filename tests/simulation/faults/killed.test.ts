import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { undoSendMs } from '../../../domain/message/undo-send';
import { readThread } from '../../../utils/store/read-thread';
import { aTeam, replies } from '../a-team';
import { Watch } from '../invariants';
import type { NetworkFault } from '../network';

const at = (...faults: [number, NetworkFault][]) => new Map(faults);

it('F1 a worker killed before or after any of its effects loses nothing and does nothing twice', async () => {
  const { hub, ann, conversationId, settle } = await aTeam();
  let point = 0;
  for (let killed = true; killed; ) {
    point += 1;
    const { messageId } = await replies(ann, hub, conversationId, `try ${point}`);
    killed = (await ann.sync({ killAt: point })) === 'killed';
    await new Watch().look(ann);
    expect((await readThread(ann.db, conversationId)).messages.map(({ id }) => id)).toContain(messageId);
  }
  expect(point).toBeGreaterThan(20);
  await settle();
  expect(hub.accepted).toHaveLength(point);
});

describe('F7 the hub is killed', () => {
  it('after the commit, before the answer', async () => {
    const { hub, ann, conversationId, settle } = await aTeam();
    await replies(ann, hub, conversationId);
    await ann.sync({ network: at([1, 'drop-response']) });
    hub.restart();
    await settle();
    expect(hub.accepted).toHaveLength(1);
  });

  it.each(['before-lease', 'before-smtp', 'after-smtp'] as const)(
    'while it sends a mail, %s: at most one mail, and nobody is left to guess',
    async (dies) => {
      const { hub, ann, conversationId, settle } = await aTeam();
      const { messageId } = await replies(ann, hub, conversationId);
      await ann.sync();
      hub.now += undoSendMs;
      await hub.sendMail(dies);
      hub.restart();
      await settle();
      const { messages } = await readThread(ann.db, conversationId);
      const state = messages.find(({ id }) => id === messageId)?.delivery?.state;
      expect([state, hub.accepted.length]).toEqual(
        { 'before-lease': ['sent', 1], 'before-smtp': ['unknown', 0], 'after-smtp': ['unknown', 1] }[dies],
      );
    },
  );
});
