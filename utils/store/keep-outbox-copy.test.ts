import 'fake-indexeddb/auto';
import { expect, it, vi } from 'vitest';
import { id } from '../../tests/support/rows';
import { SmallClient } from '../../tests/support/small-client';
import { SmallHub } from '../../tests/support/small-hub';
import { type CopyPlace, forgetOutboxCopy, keepOutboxCopy } from './keep-outbox-copy';

const connectionId = 'this';

/** `storage.local`: JSON, whatever becomes of the databases. */
function makePlace() {
  const kept = new Map<string, string>();
  const place: CopyPlace = {
    get: async (key) => JSON.parse(kept.get(key) ?? 'null') ?? undefined,
    set: async (key, value) => void kept.set(key, JSON.stringify(value)),
    remove: async (key) => void kept.delete(key),
  };
  return { kept, place };
}

async function started() {
  const hub = await SmallHub.start();
  await hub.conversation(100, 10, 2);
  const { kept, place } = makePlace();
  const client = new SmallClient(hub, 2);
  const sync = (of = client, run: () => Promise<unknown> = () => of.sync()) => keepOutboxCopy({ db: of.db, place, connectionId }, run);
  await sync();
  return { hub, client, kept, place, sync };
}
const offline = () => Promise.reject(new Error('offline'));

it('F10 I1 acts that wait outlive their database: the next sync puts them back and does each once', async () => {
  const { hub, client, kept, sync } = await started();
  const uuid = await client.act('closeConversation', { conversationId: id(100) });
  await expect(sync(client, offline)).rejects.toThrow('offline');
  await client.db.delete();

  const reborn = new SmallClient(hub, 2, client.db.name);
  await sync(reborn);
  expect(await reborn.db.confirmed.get(uuid)).toBeDefined();
  expect(hub.store.all('conversations').map(({ status }) => status)).toEqual(['closed']);
  await reborn.checkConverged();
  expect(kept.size).toBe(0);
});

it('F10 what waits is written down before the network is asked', async () => {
  const { client, kept, sync } = await started();
  const uuid = await client.act('closeConversation', { conversationId: id(100) });
  await sync(client, async () => expect([...kept.values()].join()).toContain(uuid));
});

it('F10 nothing is written where nothing waits; a copy nobody can read stops no sync', async () => {
  const { client, kept, place, sync } = await started();
  expect(kept.size).toBe(0);
  await place.set('outbox-this', [{ shape: 'of another day' }]);
  await sync();
  await client.checkConverged();
});

it('F9 F10 a place that takes nothing stops no sync, and is reported', async () => {
  const { client, place, sync } = await started();
  const report = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  place.set = () => Promise.reject(new DOMException('no room', 'QuotaExceededError'));
  const uuid = await client.act('closeConversation', { conversationId: id(100) });
  await sync();
  expect(await client.db.confirmed.get(uuid)).toBeDefined();
  expect(report).toHaveBeenCalledOnce();
  report.mockRestore();
});

it('E33 an account that is signed out leaves no copy', async () => {
  const { client, kept, place, sync } = await started();
  await client.act('closeConversation', { conversationId: id(100) });
  await expect(sync(client, offline)).rejects.toThrow('offline');
  expect(kept.size).toBe(1);
  await forgetOutboxCopy(place, 'another');
  expect(kept.size).toBe(1);
  await forgetOutboxCopy(place, connectionId);
  expect(kept.size).toBe(0);
});
