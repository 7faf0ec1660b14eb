import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { mutations } from '../../domain/mutations';
import { isDiskFull } from '../../sync/is-disk-full';
import { id } from '../../tests/support/rows';
import { SmallClient } from '../../tests/support/small-client';
import { SmallHub } from '../../tests/support/small-hub';
import { DexieClientStore } from './client-store';
import { openDatabase, type SamtaleDatabase } from './database';
import { migrations } from './migrations/migrations';
import { enqueue, mutate } from './mutate';
import { copyOutbox, restoreOutbox } from './outbox-copy';

const comment = (messageId: string) => ({
  messageId,
  conversationId: id(100),
  text: 'Hej',
  html: '<p>Hej</p>',
  mentions: [],
  attachments: [],
  draftId: null,
});

async function started() {
  const hub = await SmallHub.start();
  for (const n of [100, 101, 102]) await hub.conversation(n, 10, 2);
  const client = new SmallClient(hub, 2);
  await client.sync();
  return { hub, client };
}

/** Everything in a database, table by table. */
const contents = async (db: SamtaleDatabase) =>
  Object.fromEntries(await Promise.all(db.tables.map(async (table) => [table.name, await table.toArray()])));

/** From the `k`-th write on the disk has no room: the request throws, or its transaction is aborted as Chromium does it. */
function fillDiskAt(k: number, how: 'request' | 'transaction') {
  let writes = 0;
  for (const method of ['put', 'add'] as const) {
    const real = IDBObjectStore.prototype[method];
    vi.spyOn(IDBObjectStore.prototype, method).mockImplementation(function (this: IDBObjectStore, ...args: Parameters<typeof real>) {
      writes += 1;
      if (writes !== k) return real.apply(this, args);
      if (how === 'request') throw new DOMException('no room', 'QuotaExceededError');
      const request = real.apply(this, args);
      (this.transaction as unknown as { _abort(name: string): void })._abort('QuotaExceededError');
      return request;
    });
  }
  return () => writes;
}

afterEach(() => vi.restoreAllMocks());

describe.each(['request', 'transaction'] as const)('a full disk, told by the %s', (how) => {
  it('F9 I1 I7 at any write of an act: it is refused and nothing of it is there', async () => {
    const { client } = await started();
    const before = await contents(client.db);
    for (let k = 1; ; k++) {
      const writes = fillDiskAt(k, how);
      const answer = await mutate(client.db, 'addComment', comment(id(9_001)));
      vi.restoreAllMocks();
      if (writes() < k) {
        expect(answer.uuid).toBeDefined();
        expect(k).toBeGreaterThan(3);
        break;
      }
      expect(answer.refused).toEqual({ refused: 'disk-full' });
      expect(await contents(client.db)).toEqual(before);
    }
    await client.sync();
    await client.checkConverged();
  });

  it('F9 I4 I7 at any write of a pull: the sync says so, nothing of the page is there, and it comes whole later', async () => {
    const { hub, client } = await started();
    await client.act('addComment', comment(id(9_001)));
    await hub.act(3, 'assignConversation', { conversationId: id(100), ownerId: id(3) });
    await hub.conversation(110, 10, 3);
    const before = await contents(client.db);
    const { clientId, epoch } = await client.store.identity();
    const answer = await hub.pull(2, { clientId, epoch, cursors: await client.store.cursors() });
    for (let k = 1; ; k++) {
      const writes = fillDiskAt(k, how);
      const fault = await client.store.applyPull(structuredClone(answer)).then(
        () => undefined,
        (error: unknown) => error,
      );
      vi.restoreAllMocks();
      if (writes() < k) {
        expect(fault).toBeUndefined();
        expect(k).toBeGreaterThan(5);
        break;
      }
      expect(isDiskFull(fault)).toBe(true);
      expect(await contents(client.db)).toEqual(before);
    }
    await client.sync();
    await client.checkConverged();
  });
});

describe('opening', () => {
  it('F10 I13 an open that never answers is given up, and the next act opens again', async () => {
    const { client } = await started();
    const name = client.db.name;
    client.db.close();
    const hanging = vi.spyOn(indexedDB, 'open').mockReturnValue({} as IDBOpenDBRequest);
    const db = openDatabase(name, { timeoutMs: 20 });
    await expect(db.conversations.count()).rejects.toThrow();
    hanging.mockRestore();
    expect((await mutate(db, 'addComment', comment(id(9_001)))).uuid).toBeDefined();
    expect(await db.outbox.count()).toBe(1);
  });

  it('F10 an open that fails says so to every call instead of waiting', async () => {
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('Internal error opening backing store', 'UnknownError');
    });
    const db = openDatabase(`broken-${crypto.randomUUID()}`);
    await expect(db.conversations.count()).rejects.toThrow('backing store');
    await expect(mutate(db, 'addComment', comment(id(9_001)))).rejects.toThrow('backing store');
  });

  it('F13 I1 a connection closed under our feet is opened again', async () => {
    const { client } = await started();
    client.db.backendDB().close();
    await client.act('addComment', comment(id(9_001)));
    client.db.close();
    expect(await client.store.pending(10)).toHaveLength(1);
    await client.sync();
    await client.checkConverged();
  });

  it('F13 I8 an act whose commit was not heard of is done once', async () => {
    const { client } = await started();
    const transaction = client.db.transaction.bind(client.db) as (...args: unknown[]) => Promise<unknown>;
    vi.spyOn(client.db, 'transaction').mockImplementationOnce((async (...args: unknown[]) => {
      await transaction(...args);
      throw new Dexie.DatabaseClosedError('closed after the commit');
    }) as never);
    const answer = await mutate(client.db, 'addComment', comment(id(9_001)));
    expect((await client.db.outbox.toArray()).map((entry) => entry.uuid)).toEqual([answer.uuid]);
    expect(await client.db.pendingMessages.count()).toBe(1);
  });

  it('F13 any call of the engine survives one closed connection', async () => {
    const { hub, client } = await started();
    await hub.conversation(120);
    await client.act('addComment', comment(id(9_001)));
    const calls = [
      () => client.store.identity(),
      () => client.store.cursors(),
      () => client.store.pending(5),
      () => client.store.nextBootstrap(),
      () => client.pullOnce(),
      () => client.store.noteSync({ phase: 'idle', at: 1 }),
      () => client.store.fork(),
    ];
    for (const call of calls) {
      client.db.close();
      await call();
    }
    await client.sync();
    await client.checkConverged();
  });
});

describe('a lost database', () => {
  it('F10 I1 comes back from the hub, with the waiting acts from their copy, each done once', async () => {
    const { hub, client } = await started();
    await client.act('closeConversation', { conversationId: id(101) });
    await client.sync();
    const pushed = await client.act('closeConversation', { conversationId: id(100) });
    await client.act('addComment', comment(id(9_001)));
    const copy = JSON.parse(JSON.stringify(await copyOutbox(client.db)));
    // One of them reached the hub before the database was lost.
    const [first] = await client.store.pending(1);
    if (!first) throw new Error('nothing pending');
    await hub.source(2).push({ ...(await client.store.identity()), mutations: [first] });
    await client.db.delete();

    const reborn = new SmallClient(hub, 2, client.db.name);
    expect(await restoreOutbox(reborn.db, copy)).toBe(2);
    expect(await restoreOutbox(reborn.db, copy)).toBe(0);
    await reborn.sync();
    expect(await reborn.db.outbox.count()).toBe(0);
    expect(await reborn.db.confirmed.get(pushed)).toBeDefined();
    expect(hub.store.all('messages').filter((message) => message.text === 'Hej')).toHaveLength(1);
    await reborn.checkConverged();
    expect(await restoreOutbox(reborn.db, copy)).toBe(0);
  });

  it('F10 I13 the copy holds the newest fifty', async () => {
    const { client } = await started();
    for (let n = 0; n < 55; n++) await client.act('addComment', comment(id(9_001 + n)));
    const copy = await copyOutbox(client.db);
    expect([copy.length, copy.at(-1)?.uuid]).toEqual([50, (await client.store.pending(100)).at(-1)?.uuid]);
  });
});

describe('upgrades', () => {
  const act = (n: number, name: string) => ({
    id: n,
    uuid: id(n),
    name,
    args: { n },
    schemaVersion: 1,
    claimedAt: n,
    state: 'pending',
    writes: [],
    reads: [],
  });
  const pendingOfEveryKind = Object.keys(mutations).map((name, at) => act(at + 1, name));

  /** A database as version `upTo` of the store left it, with an act of every kind waiting. */
  async function historic(upTo: number): Promise<string> {
    const name = `historic-${crypto.randomUUID()}`;
    const old = new Dexie(name);
    for (const { version, stores, upgrade } of migrations.filter((step) => step.version <= upTo)) {
      const step = old.version(version).stores({ ...stores });
      if (upgrade) step.upgrade(upgrade);
    }
    await old.table('outbox').bulkAdd(pendingOfEveryKind);
    old.close();
    return name;
  }
  const waiting = async (db: SamtaleDatabase) => (await new DexieClientStore(db).pending(1_000)).map(({ uuid, name }) => [uuid, name]);
  const expected = pendingOfEveryKind.map(({ uuid, name }) => [uuid, name]);

  it.each(migrations.map(({ version }) => version))('F11 I14 version %i opens today with every waiting act', async (version) => {
    expect(await waiting(openDatabase(await historic(version)))).toEqual(expected);
  });

  it('F11 migrations are numbered without a gap', () => {
    expect(migrations.map(({ version }) => version)).toEqual(migrations.map((_, at) => at + 1));
  });

  it('F11 an upgrade that breaks half-way leaves everything as it was', async () => {
    const name = await historic(migrations.length);
    const next = new Dexie(name);
    for (const { version, stores } of migrations) next.version(version).stores({ ...stores });
    next
      .version(migrations.length + 1)
      .stores({ outbox: 'id' })
      .upgrade(async (transaction) => {
        await transaction.table('outbox').clear();
        throw new Error('half-way');
      });
    await expect(next.open()).rejects.toThrow('half-way');
    next.close();
    expect(await waiting(openDatabase(name))).toEqual(expected);
  });

  it('F11 I14 a downgrade still reads and keeps every waiting act', async () => {
    const name = await historic(migrations.length);
    const next = new Dexie(name);
    for (const { version, stores } of migrations) next.version(version).stores({ ...stores });
    next.version(migrations.length + 1).stores({ somethingNew: 'id' });
    await next.open();
    next.close();
    expect(await waiting(openDatabase(name))).toEqual(expected);
  });

  it('F11 a page with old code lets the upgrade through, learns that it must reload, and writes nothing more', async () => {
    const name = await historic(migrations.length);
    const outdated = vi.fn();
    const db = openDatabase(name, { onOutdated: outdated });
    await db.open();
    const request = indexedDB.open(name, 1_000);
    await new Promise((resolve, reject) => {
      request.onsuccess = resolve;
      request.onerror = reject;
      request.onblocked = reject;
    });
    expect(outdated).toHaveBeenCalledOnce();
    await expect(enqueue(db, 'closeConversation', { conversationId: id(100) })).rejects.toThrow();
    request.result.close();
  });
});
