import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { describe, expect, it } from 'vitest';
import { inboxSpace } from '../../domain/model/ids';
import type { BootstrapResponse, PullResponse } from '../../sync/protocol';
import { agentRow, at, conversationRow, id, messageRow, workspaceId, write } from '../../tests/support/rows';
import { SmallClient } from '../../tests/support/small-client';
import { SmallHub } from '../../tests/support/small-hub';
import { listView } from './list-view';
import { notApplied } from './not-applied';
import { readSync } from './read-sync';
import { readThread } from './read-thread';
import { viewCounts } from './view-counts';

const first = inboxSpace(id(10));

async function hubWith(conversations: number, perThread = 1) {
  const hub = await SmallHub.start();
  for (let n = 0; n < conversations; n++) await hub.conversation(100 + n, 10, perThread);
  return hub;
}

/** One bootstrap step; answers what came, or undefined when there was nothing to ask for. */
async function bootstrapOnce(hub: SmallHub, client: SmallClient): Promise<BootstrapResponse | undefined> {
  const request = await client.store.nextBootstrap();
  if (!request) return undefined;
  const response = await hub.source(client.agent).bootstrap({ clientId: id(1), ...request });
  await client.store.applyBootstrap(request, structuredClone(response));
  return response;
}

describe('bootstrap', () => {
  it('K7 shows the newest after its first page, with the counts of the hub and what is pending here', async () => {
    const hub = await hubWith(20);
    hub.bootstrapPage = 5;
    const client = new SmallClient(hub, 3);
    await client.pullOnce();
    await bootstrapOnce(hub, client);
    const list = await listView(client.db, { inboxId: id(10), view: 'open', order: 'newest', limit: 50 });
    expect(list.map((row) => row.subject)).toEqual([119, 118, 117, 116, 115].map((n) => `Subject ${n}`));
    expect((await viewCounts(client.db, id(10))).open).toBe(20);
    expect((await readSync(client.db)).bootstrap).toEqual({ done: 5, total: 20 });

    await client.act('closeConversation', { conversationId: id(119) });
    expect(await viewCounts(client.db, id(10))).toMatchObject({ open: 19, closed: 1 });
    await client.sync();
    expect((await readSync(client.db)).bootstrap).toBeNull();
    expect(await viewCounts(client.db, id(10))).toMatchObject({ open: 19, closed: 1 });
    await client.checkConverged();
  });

  it('K7 every inbox has its first page before any is finished', async () => {
    const hub = await hubWith(6);
    for (let n = 0; n < 6; n++) await hub.conversation(200 + n, 11);
    hub.bootstrapPage = 2;
    const client = new SmallClient(hub, 2);
    await client.pullOnce();
    await bootstrapOnce(hub, client);
    await bootstrapOnce(hub, client);
    expect((await client.db.conversations.toArray()).map((row) => row.inboxId).sort()).toEqual([id(10), id(10), id(11), id(11)]);
  });

  it('F21 a first sync killed after any page goes on where it was, cursors only rising', async () => {
    const hub = await hubWith(11);
    hub.bootstrapPage = 3;
    const name = `killed-${crypto.randomUUID()}`;
    await new SmallClient(hub, 3, name).pullOnce();
    let pages = 0;
    let done = 0;
    for (;;) {
      const reborn = new SmallClient(hub, 3, name);
      if (!(await bootstrapOnce(hub, reborn))) break;
      pages += 1;
      const progress = (await readSync(reborn.db)).bootstrap;
      if (progress) expect(progress.done).toBeGreaterThan(done);
      done = progress?.done ?? done;
      reborn.db.close();
    }
    expect(pages).toBe(4);
    const client = new SmallClient(hub, 3, name);
    await client.sync();
    await client.checkConverged();
  });

  it('K7 a thread that moved up while the pages went by is fetched whole; until then it says that it goes on', async () => {
    const hub = await hubWith(6, 3);
    hub.bootstrapPage = 2;
    const client = new SmallClient(hub, 3);
    await client.pullOnce();
    await bootstrapOnce(hub, client);
    await bootstrapOnce(hub, client);
    // The oldest has not come yet; an answer lifts it over the pages that have.
    const lifted = conversationRow(100, 10, { lastInboundAt: at + 5_000 });
    await hub.commit([write('conversations', lifted, conversationRow(100, 10)), write('messages', messageRow(7_777, 10, 100))]);
    await client.pullOnce();
    expect(await readThread(client.db, id(100))).toMatchObject({ complete: false, messages: [{ id: id(7_777) }] });
    await client.sync();
    const thread = await readThread(client.db, id(100));
    expect([thread.complete, thread.messages.length]).toEqual([true, 4]);
    await client.checkConverged();
  });

  it('K7 what a delta brings after the last page but from before it is fetched whole too', async () => {
    const hub = await hubWith(4, 2);
    await hub.act(2, 'closeConversation', { conversationId: id(100) });
    hub.bootstrapPage = 3;
    const client = new SmallClient(hub, 3);
    await client.pullOnce();
    await bootstrapOnce(hub, client);
    await hub.act(2, 'reopenConversation', { conversationId: id(100) });
    hub.bootstrapPage = 50;
    // The hub's next page begins behind the reopened one: nothing is left in it.
    const request = await client.store.nextBootstrap();
    if (!request) throw new Error('a page is missing');
    const response = await hub.source(3).bootstrap({ clientId: id(1), ...request });
    await client.store.applyBootstrap(request, { ...response, rows: [], after: null });
    expect((await readSync(client.db)).bootstrap).toBeNull();
    await client.pullOnce();
    expect((await readThread(client.db, id(100))).complete).toBe(false);
    await client.sync();
    // Two mails, and that it was closed and opened again.
    expect((await readThread(client.db, id(100))).messages).toHaveLength(4);
    await client.checkConverged();
  });
});

describe('pull', () => {
  it('F4 F5 I4 answers that come twice, late or in any order never take anything back', async () => {
    const hub = await hubWith(8, 2);
    hub.bootstrapPage = 3;
    hub.pullLimit = 2;
    const client = new SmallClient(hub, 3);
    const pulls: PullResponse[] = [];
    const pages: { request: Parameters<typeof client.store.applyBootstrap>[0]; response: BootstrapResponse }[] = [];
    await client.pullOnce();
    for (let step = 0; step < 8; step++) {
      const request = await client.store.nextBootstrap();
      if (request) {
        const response = await hub.source(3).bootstrap({ clientId: id(1), ...request });
        pages.push({ request, response });
        await client.store.applyBootstrap(request, structuredClone(response));
      }
      if (step === 2)
        await hub.commit([write('messages', null, messageRow(107_000, 10, 107)), write('conversations', null, conversationRow(106, 10))]);
      if (step > 2) await hub.act(2, step % 2 ? 'closeConversation' : 'reopenConversation', { conversationId: id(105) });
      pulls.push(await client.pullOnce());
    }
    await client.sync();
    const rows = await client.db.conversations.toArray();
    const threads = await client.db.threads.toArray();
    const cursors = await client.store.cursors();
    for (const response of [...pulls].reverse()) await client.store.applyPull(structuredClone(response));
    for (const { request, response } of [...pages].reverse()) await client.store.applyBootstrap(request, structuredClone(response));
    expect(await client.db.conversations.toArray()).toEqual(rows);
    expect(await client.db.threads.toArray()).toEqual(threads);
    expect(await client.store.cursors()).toEqual(cursors);
    await client.sync();
    await client.checkDerived();
    expect(await client.conversation(106)).toBeUndefined();
  });

  it('F20 I7 pages of one row each end in the same place as one page', async () => {
    const hub = await hubWith(3);
    hub.pullLimit = 1;
    const client = new SmallClient(hub, 2);
    await client.sync();
    for (let n = 0; n < 5; n++) await hub.conversation(150 + n, 10, 2);
    let last = (await client.store.cursors())[first] ?? 0;
    for (let answer = await client.pullOnce(); ; answer = await client.pullOnce()) {
      const cursor = (await client.store.cursors())[first] ?? 0;
      expect(cursor).toBeGreaterThanOrEqual(last);
      last = cursor;
      await client.checkDerived();
      if (!answer.more) break;
    }
    await client.checkConverged();
  });

  it('K5 a conversation that moves arrives whole, whichever of its two words comes first', async () => {
    for (const order of ['old space first', 'new space first']) {
      const hub = await hubWith(1, 2);
      const client = new SmallClient(hub, 2);
      await client.sync();
      const move = (row: object) => ({ ...row, space: inboxSpace(id(11)), ...('inboxId' in row ? { inboxId: id(11) } : {}) });
      await hub.commit([
        write('conversations', move(conversationRow(100, 10)), conversationRow(100, 10)),
        ...[100_000, 100_001].map((n) => write('messages', move(messageRow(n, 10, 100)), messageRow(n, 10, 100))),
      ]);
      const { clientId, epoch } = await client.store.identity();
      const answer = await hub.pull(2, { clientId, epoch, cursors: await client.store.cursors() });
      if (order === 'new space first') answer.changes.reverse();
      await client.store.applyPull(answer);
      expect((await client.conversation(100))?.inboxId, order).toBe(id(11));
      expect((await readThread(client.db, id(100))).messages, order).toHaveLength(2);
      await client.checkConverged();
    }
  });

  it('I7 K3 an inbox made here, with its stages, is shown all the time until the hub’s own rows of it are here', async () => {
    const hub = await hubWith(1);
    const client = new SmallClient(hub, 2);
    await hub.commit([write('agents', agentRow(2, { accountAccess: true }), agentRow(2))]);
    await client.sync();
    const members = [{ memberId: id(901), agentId: id(2) }];
    const rules = { roleAddressRule: 'off' as const, extraRoleAddresses: [], answerWithinMinutes: null };
    await client.act('createInbox', { inboxId: id(900), workspaceId, name: 'Returns', ...rules, members });
    await client.act('changeStages', { inboxId: id(900), change: { do: 'add', stageId: id(902), name: 'Workshop', state: 'open' } });
    const seen: string[] = [];
    const look = async () => {
      seen.push((await client.db.inboxes.get(id(900)))?.stages?.at(-1)?.name ?? 'gone');
    };
    const applied = (method: 'applyPull' | 'applyBootstrap' | 'settle') => {
      const apply = client.store[method].bind(client.store) as (...args: unknown[]) => Promise<void>;
      client.store[method] = async (...args: unknown[]) => {
        await apply(...args);
        await look();
      };
    };
    applied('settle');
    applied('applyPull');
    applied('applyBootstrap');
    await client.sync();
    expect(new Set(seen)).toEqual(new Set(['Workshop']));
    expect(await client.db.outbox.count()).toBe(0);
    await client.checkConverged();
  });

  it('K13 an inbox whose cursor is of no use is fetched again, with what is pending kept', async () => {
    const hub = await hubWith(3, 2);
    const client = new SmallClient(hub, 3);
    await client.sync();
    await client.act('closeConversation', { conversationId: id(100) });
    await hub.commit([
      write('conversations', null, conversationRow(102, 10)),
      ...[102_000, 102_001].map((n) => write('messages', null, messageRow(n, 10, 102))),
    ]);
    hub.store.prune(first);
    await client.pullOnce();
    expect(await client.db.conversations.count()).toBe(0);
    expect(await client.db.outbox.count()).toBe(1);
    await bootstrapOnce(hub, client);
    expect((await client.conversation(100))?.status).toBe('closed');
    await client.sync();
    await client.checkConverged();
  });

  it('I9 K16 the answer for another agent is not taken in', async () => {
    const hub = await hubWith(1);
    const client = new SmallClient(hub, 2);
    await client.sync();
    const { clientId, epoch } = await client.store.identity();
    const answer = await hub.pull(3, { clientId, epoch, cursors: {} });
    await expect(client.store.applyPull(answer)).rejects.toThrow('another agent');
    await client.checkConverged();
  });
});

describe('identity', () => {
  it('P4 neither it nor the status line waits for whoever works on the rows', async () => {
    const hub = await hubWith(1);
    const client = new SmallClient(hub, 2);
    await client.sync();
    let done: (() => void) | undefined;
    const work = client.db.transaction('rw', client.db.conversations, () =>
      Dexie.waitFor(
        new Promise<void>((resolve) => {
          done = resolve;
        }),
      ),
    );
    await client.store.noteSync({ phase: 'idle', at: 7 });
    expect((await client.store.identity()).epoch).not.toBeNull();
    expect(await readSync(client.db)).toMatchObject({ at: 7 });
    done?.();
    await work;
  });

  it('K11 a cloned profile takes a new clientId and pushes again under its old uuids', async () => {
    const hub = await hubWith(3);
    const client = new SmallClient(hub, 2);
    await client.sync();
    const { clientId } = await client.store.identity();
    const clone = new SmallClient(hub, 2);
    for (const table of ['conversations', 'threads', 'spaces', 'meta', 'members', 'agents', 'inboxes', 'counters', 'workspaces'] as const) {
      await clone.db.table(table).bulkPut(await client.db.table(table).toArray());
    }
    await client.act('closeConversation', { conversationId: id(100) });
    await client.sync();
    const uuid = await clone.act('closeConversation', { conversationId: id(101) });
    await clone.act('closeConversation', { conversationId: id(102) });
    await clone.sync();
    expect((await clone.store.identity()).clientId).not.toBe(clientId);
    expect(await clone.db.confirmed.get(uuid)).toBeDefined();
    expect(hub.store.all('conversations').map((row) => row.status)).toEqual(['closed', 'closed', 'closed']);
    await clone.checkConverged();
  });

  it('K12 F19 a restored hub: rows and cursors start over, what was done here stays and is done once', async () => {
    const hub = await hubWith(3, 2);
    const client = new SmallClient(hub, 2);
    await client.sync();
    const backup = hub.store.backup();
    await client.act('closeConversation', { conversationId: id(100) });
    await client.sync();
    await client.act('closeConversation', { conversationId: id(101) });
    const before = await client.store.identity();
    hub.store.restore(backup);
    await client.sync();
    const after = await client.store.identity();
    expect(after.clientId).not.toBe(before.clientId);
    expect(after.epoch).not.toBe(before.epoch);
    expect(hub.store.all('conversations').map((row) => row.status)).toEqual(['open', 'closed', 'open']);
    expect((await notApplied(client.db)).map(({ args, refusal }) => [args, refusal.refused])).toEqual([
      [{ conversationId: id(100) }, 'hub-restored'],
    ]);
    expect(await client.db.confirmed.count()).toBe(1);
    await client.checkConverged();
  });

  it('K12 confirmed acts are kept seven days by the hub’s clock', async () => {
    const hub = await hubWith(2);
    const client = new SmallClient(hub, 2);
    await client.sync();
    const old = await client.act('closeConversation', { conversationId: id(100) });
    await client.sync();
    hub.now += 8 * 24 * 3_600_000;
    const young = await client.act('closeConversation', { conversationId: id(101) });
    await client.sync();
    expect((await client.db.confirmed.toArray()).map((entry) => entry.uuid)).toEqual([young]);
    expect(old).not.toBe(young);
  });

  it('I8 an outcome of an act that is no longer here, or of another, changes nothing', async () => {
    const hub = await hubWith(1);
    const client = new SmallClient(hub, 2);
    await client.sync();
    const uuid = await client.act('closeConversation', { conversationId: id(100) });
    await client.store.settle([
      { id: 1, uuid: hub.id(), refused: { refused: 'gone' } },
      { id: 9, uuid, refused: { refused: 'gone' } },
    ]);
    expect((await client.store.pending(5)).map((entry) => entry.uuid)).toEqual([uuid]);
    expect(await client.db.notApplied.count()).toBe(0);
  });
});
