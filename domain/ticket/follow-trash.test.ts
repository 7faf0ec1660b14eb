import fc from 'fast-check';
import { expect, it } from 'vitest';
import { minute, World } from '../../tests/support/world';
import type { Id } from '../model/ids';

it('D5 D6 D12 whatever is trashed, restored, answered and undone in whatever order, a ticket is hidden exactly while none of its conversations is live', async () => {
  const step = fc.record({ what: fc.constantFrom('trash', 'restore', 'answer', 'undo'), on: fc.nat(2) });
  let hidden = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 14 }), async (history) => {
      const world = new World();
      const mails = [await world.mailFrom('ida@kunde.example'), await world.mailFrom('ida@kunde.example'), await world.mailFrom('ida@kunde.example')];
      const ticketId = await world.ticketFor(mails[0]?.conversationId ?? '');
      for (const { conversationId } of mails) world.set('conversations', conversationId, { ticketId });
      const acts: Id[] = [];
      for (const { what, on } of history) {
        world.at += minute;
        const mail = mails[on];
        if (!mail) continue;
        const { conversationId } = mail;
        if (what === 'trash') acts.push((await world.try(world.ann, 'trashConversation', { conversationId })).uuid);
        if (what === 'restore') acts.push((await world.try(world.ann, 'restoreConversation', { conversationId })).uuid);
        if (what === 'answer') await world.mailFrom('ida@kunde.example', { references: [mail.rfcMessageId ?? ''] });
        if (what === 'undo') await world.try(world.ann, 'undo', { actId: acts.at(-1 - on) ?? world.id() });
        const live = mails.some((each) => world.get('conversations', each.conversationId).trashed === null);
        expect(world.get('tickets', ticketId).trashedAt === null).toBe(live);
        if (!live) hidden += 1;
      }
    }),
    { numRuns: 200, seed: 5 },
  );
  expect(hidden).toBeGreaterThan(0);
});

it('D6 undoing the first of two trashings brings the ticket back for that one', async () => {
  const world = new World();
  const { conversationId: a } = await world.mailFrom('ida@kunde.example');
  const { conversationId: b } = await world.mailFrom('ida@kunde.example');
  const ticketId = await world.ticketFor(a);
  world.set('conversations', b, { ticketId });
  const { uuid } = await world.try(world.ann, 'trashConversation', { conversationId: a });
  await world.act(world.bo, 'trashConversation', { conversationId: b });
  expect(world.get('tickets', ticketId).trashedAt).not.toBeNull();
  await world.act(world.ann, 'undo', { actId: uuid });
  expect(world.get('tickets', ticketId).trashedAt).toBeNull();
});

it('X26 a ticket that is hidden already keeps since when', async () => {
  const world = new World();
  const { conversationId } = await world.mailFrom('ida@kunde.example');
  const ticketId = await world.ticketFor(conversationId);
  await world.act(world.ann, 'trashConversation', { conversationId });
  const since = world.at;
  world.at += minute;
  const { uuid } = await world.try(world.ann, 'restoreConversation', { conversationId });
  world.at += minute;
  await world.act(world.ann, 'undo', { actId: uuid });
  expect(world.get('tickets', ticketId).trashedAt).toBe(since);
});
