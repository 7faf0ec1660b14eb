import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { id } from '../../tests/support/rows';
import { SmallClient } from '../../tests/support/small-client';
import { SmallHub } from '../../tests/support/small-hub';
import { notApplied } from './not-applied';
import { readThread } from './read-thread';
import { viewCounts } from './view-counts';

const comment = (messageId: string, conversationId: string, text = 'A word') => ({
  messageId,
  conversationId,
  text,
  html: `<p>${text}</p>`,
  mentions: [],
  attachments: [],
  draftId: null,
});

async function started() {
  const hub = await SmallHub.start();
  await hub.conversation(100, 10, 2);
  await hub.conversation(101, 10);
  const client = new SmallClient(hub, 2);
  await client.sync();
  return { hub, client };
}

describe('rebase', () => {
  it('K3 an act shows at once, stands through a pull that touches its row, and goes when confirmed', async () => {
    const { hub, client } = await started();
    await client.act('closeConversation', { conversationId: id(100) });
    expect((await client.conversation(100))?.status).toBe('closed');
    expect((await viewCounts(client.db, id(10))).open).toBe(1);

    await hub.act(3, 'assignConversation', { conversationId: id(100), ownerId: id(3) });
    await client.pullOnce();
    const both = await client.conversation(100);
    expect([both?.status, both?.ownerId]).toEqual(['closed', id(3)]);
    await client.checkDerived();

    await client.sync();
    expect(await client.db.outbox.count()).toBe(0);
    expect(await client.db.confirmed.count()).toBe(1);
    await client.checkConverged();
  });

  it('K3 pending messages lie over the chunks, which only a pull writes', async () => {
    const { client } = await started();
    const chunks = await client.db.threads.toArray();
    await client.act('addComment', comment(id(9_001), id(100)));
    expect(await client.db.threads.toArray()).toEqual(chunks);
    const { messages } = await readThread(client.db, id(100));
    expect(messages.map((message) => [message.text, message.pending])).toEqual([
      ['Text 100000', false],
      ['Text 100001', false],
      ['A word', true],
    ]);
    await client.sync();
    expect((await readThread(client.db, id(100))).messages.map((message) => message.pending)).toEqual([false, false, false]);
  });

  it('K3 K20 a page that touches nothing pending leaves the pending rows as they are', async () => {
    const { hub, client } = await started();
    await client.act('closeConversation', { conversationId: id(100) });
    const before = [await client.db.base.toArray(), await client.db.outbox.toArray()];
    await hub.conversation(102);
    const writes: string[] = [];
    client.db.base.hook('deleting', () => void writes.push('base'));
    client.db.outbox.hook('updating', () => void writes.push('outbox'));
    await client.pullOnce();
    expect(writes).toEqual([]);
    expect([await client.db.base.toArray(), await client.db.outbox.toArray()]).toEqual(before);
    expect(await client.conversation(102)).toBeDefined();
  });

  it('I6 an act whose outcome is lost stays visible and waits for its answer, whatever a pull confirms', async () => {
    const { hub, client } = await started();
    const uuid = await client.act('addComment', comment(id(9_001), id(100)));
    const [pending] = await client.store.pending(1);
    if (!pending) throw new Error('nothing pending');
    const { clientId, epoch } = await client.store.identity();
    await hub.source(2).push({ clientId, epoch, mutations: [pending] });
    await client.pullOnce();
    expect(await client.db.outbox.count()).toBe(1);
    expect((await readThread(client.db, id(100))).messages.filter((message) => message.id === id(9_001))).toHaveLength(1);

    await client.store.settle([{ id: pending.id, uuid, refused: null }]);
    expect(await client.db.outbox.count()).toBe(1);
    await client.pullOnce();
    expect(await client.db.outbox.count()).toBe(0);
    await client.checkConverged();
  });

  it('I1 K10 a refused act leaves the screen and lies in Not applied with its words, and what hangs on it in one chain', async () => {
    const { hub, client } = await started();
    await hub.act(3, 'trashConversation', { conversationId: id(101) });
    const reply = {
      channelId: id(40),
      to: [],
      cc: [],
      bcc: [],
      subject: 'Re',
      html: '<p>Dear Bo</p>',
      attachments: [],
      inReplyTo: null,
      draftId: null,
    };
    await hub.act('host', 'createChannel', {
      channelId: id(40),
      inboxId: id(10),
      kind: 'email',
      name: 'Support',
      address: 'support@havnegaard.example',
      fromName: 'company',
      companyName: 'Havnegaard',
      signatureHtml: '',
      logForwardsTo: 'original-sender',
      reopenTicketOnAnswer: false,
    });
    await client.sync();
    await hub.act(3, 'restoreConversation', { conversationId: id(101) });
    await client.sync();
    await hub.act(3, 'trashConversation', { conversationId: id(101) });
    const first = await client.act('sendReply', { messageId: id(9_001), conversationId: id(101), text: 'Dear Bo', ...reply });
    const second = await client.act('addComment', comment(id(9_002), id(101), 'Sent him a word'));
    const other = await client.act('closeConversation', { conversationId: id(100) });
    await client.sync();

    const refused = await notApplied(client.db);
    expect(refused.map(({ uuid, chain, text, refusal }) => [uuid, chain, text, refusal.refused])).toContainEqual([
      first,
      first,
      'Dear Bo',
      'in-trash',
    ]);
    for (const entry of refused) expect(entry.chain).toBe(first);
    expect(refused.map((entry) => entry.uuid)).not.toContain(other);
    expect([first, second]).toEqual(expect.arrayContaining(refused.map((entry) => entry.uuid)));
    expect(await client.db.outbox.count()).toBe(0);
    await client.checkConverged();
  });

  it('F17 I9 an inbox one is taken out of leaves the device whole; what was done there lands in Not applied', async () => {
    const { hub, client } = await started();
    await hub.conversation(200, 11, 3);
    await client.sync();
    await client.db.bodies.put({ id: id(200_000), conversationId: id(200), html: '<p>x</p>', version: 0 });
    await client.act('addComment', comment(id(9_001), id(200), 'Still here'));
    await hub.act('host', 'removeMember', { inboxId: id(11), agentId: id(2) } as never);
    await client.sync();
    expect(await client.conversation(200)).toBeUndefined();
    expect(
      await client.db.threads
        .where('[conversationId+n]')
        .between([id(200), 0], [id(200), 9])
        .count(),
    ).toBe(0);
    expect(await client.db.bodies.count()).toBe(0);
    expect(await client.db.counters.get(id(11))).toBeUndefined();
    expect((await notApplied(client.db)).map((entry) => entry.text)).toEqual(['Still here']);
    await client.checkConverged();
  });

  it('I3 K3 after any history counters equal a recount, view keys are those of the rows, and quiet brings client and hub together', async () => {
    const step = fc.oneof(
      fc.record({
        who: fc.constantFrom('here' as const, 'there' as const),
        act: fc.constantFrom('close', 'reopen', 'trash', 'restore', 'assign', 'spam'),
        n: fc.integer({ min: 0, max: 3 }),
      }),
      fc.record({ who: fc.constant('net' as const), act: fc.constantFrom('push', 'pull', 'sync', 'new'), n: fc.integer({ min: 0, max: 3 }) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        const hub = await SmallHub.start();
        hub.pullLimit = 3;
        hub.bootstrapPage = 2;
        for (const n of [100, 101, 102, 103]) await hub.conversation(n);
        const client = new SmallClient(hub, 2);
        await client.sync();
        let made = 200;
        for (const { who, act, n } of steps) {
          const conversationId = id(100 + n);
          if (who === 'net') {
            if (act === 'new') await hub.conversation(made++);
            else if (act === 'pull') await client.pullOnce();
            else if (act === 'push') await pushOne(hub, client);
            else await client.sync();
          } else {
            const [name, args] = nameAndArgs(act, conversationId);
            // A refusal is as good a history as any.
            if (who === 'here') await client.act(name, args as never).catch(onlyRefusals);
            else await hub.act(3, name, args as never).catch(onlyRefusals);
          }
          await client.checkDerived();
        }
        await client.sync();
        await client.checkConverged();
        await client.db.delete();
      }),
      { numRuns: 40 },
    );
  }, 120_000);
});

async function pushOne(hub: SmallHub, client: SmallClient) {
  const mutations = await client.store.pending(1);
  if (mutations.length === 0) return;
  const answer = await hub.source(2).push({ ...(await client.store.identity()), mutations });
  await client.store.settle(answer.outcomes);
}

function nameAndArgs(act: string, conversationId: string) {
  switch (act) {
    case 'close':
      return ['closeConversation', { conversationId }] as const;
    case 'reopen':
      return ['reopenConversation', { conversationId }] as const;
    case 'trash':
      return ['trashConversation', { conversationId }] as const;
    case 'restore':
      return ['restoreConversation', { conversationId }] as const;
    case 'assign':
      return ['assignConversation', { conversationId, ownerId: id(2) }] as const;
    default:
      return ['markSpam', { conversationId }] as const;
  }
}

const onlyRefusals = (error: Error) => {
  if (!/^\w+: [a-z-]+$/.test(error.message)) throw error;
};
