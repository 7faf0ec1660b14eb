import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { beforeEach, expect, it } from 'vitest';
import { deleteLocalWorkspace } from '../sources/local/delete-local-workspace';
import { databaseNameOf } from './database-name';
import { DeviceDatabase, type LocalConnection } from './device-database';
import { openAccount } from './open-account';
import { unsentOf, withDatabase } from './unsent-of';
import { usedByKind } from './used-by-kind';

const here: LocalConnection = { id: '', kind: 'local', agentId: 'me', agentName: 'Mette', email: '', createdAt: 1, lastOpenedAt: 1 };
let device: DeviceDatabase;
let account: LocalConnection;
const stands = async () => (await Dexie.getDatabaseNames()).includes(databaseNameOf(account.id));

beforeEach(async () => {
  device = new DeviceDatabase(`device-${crypto.randomUUID()}`);
  account = { ...here, id: crypto.randomUUID() };
  await device.connections.put(account);
});

it('X13 the database of an account that is listed is made when it is first opened, and found again', async () => {
  const workspace = { id: 'w', name: 'Havnegaard', version: 1 };
  await withDatabase(device, account.id, (db) => db.workspaces.put(workspace as never));
  expect(await withDatabase(device, account.id, (db) => db.workspaces.toArray())).toEqual([workspace]);
});

it('X13 K16 whoever comes late with the id of an account that was removed does not bring its database back', async () => {
  await withDatabase(device, account.id, (db) => db.open());
  expect(await stands()).toBe(true);
  await deleteLocalWorkspace(device, account.id);
  // A page counts what lies here, or what waits, of accounts it read a moment ago.
  await expect(usedByKind(device, [account])).rejects.toThrow();
  await expect(unsentOf(device, { id: account.id, kind: 'hub' })).rejects.toThrow();
  expect(await stands()).toBe(false);
});

it('X13 a database that is kept open is closed by the removal, and every later call fails', async () => {
  const db = openAccount(device, account.id);
  await db.meta.count();
  await deleteLocalWorkspace(device, account.id);
  expect(db.outdated).toBe(true);
  await expect(db.meta.count()).rejects.toThrow();
  const again = openAccount(device, account.id);
  await expect(again.meta.count()).rejects.toThrow();
  await expect(again.open()).rejects.toThrow();
  expect(await stands()).toBe(false);
});

it.each(['before', 'after'] as const)(
  'X13 an opening under way while the account is removed, asked %s it went off the list, leaves nothing',
  async (asked) => {
    let go = () => {};
    const held = new Promise<void>((resolve) => {
      go = resolve;
    });
    let begun = () => {};
    const asking = new Promise<void>((resolve) => {
      begun = resolve;
    });
    // The list's answer takes its time, as it does on a busy machine.
    const slow = {
      connections: {
        get: async (id: string) => {
          const early = asked === 'before' ? await device.connections.get(id) : undefined;
          begun();
          await held;
          return early ?? device.connections.get(id);
        },
      },
    } as unknown as DeviceDatabase;
    const db = openAccount(slow, account.id);
    const opened = db.open().then(
      () => 'opened',
      () => 'refused',
    );
    await asking;
    const removed = deleteLocalWorkspace(device, account.id);
    await expect.poll(() => device.connections.get(account.id)).toBeUndefined();
    go();
    await removed;
    expect(await opened).toBe(asked === 'before' ? 'opened' : 'refused');
    expect(await stands()).toBe(false);
  },
);
