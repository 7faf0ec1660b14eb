import type { Manifest } from '../../utils/archive/archive-format';
import { exportWorkspace } from '../../utils/archive/export-workspace';
import { restoreWorkspace } from '../../utils/archive/restore-workspace';
import { databaseNameOf } from '../../utils/connection/database-name';
import { type Connection, DeviceDatabase, type LocalConnection } from '../../utils/connection/device-database';
import { openDatabase, type SamtaleDatabase } from '../../utils/store/database';
import { newId } from '../../utils/store/new-id';

/** Every lock at once: one page, nobody else. */
const alone = {
  request: ((_name: string, ...rest: unknown[]) => (rest.at(-1) as (lock: unknown) => Promise<unknown>)({})) as LockManager['request'],
};

/** A device with its workspaces, and an archive going out and in. */
export class ArchiveDesk {
  readonly device = new DeviceDatabase(`device-${newId()}`);
  readonly signal = new AbortController();
  readonly locks = alone;

  async out(db: SamtaleDatabase, connection: Connection): Promise<{ archive: Blob; manifest: Manifest }> {
    const parts: Uint8Array<ArrayBuffer>[] = [];
    const sink = { write: async (bytes: Uint8Array<ArrayBuffer>) => void parts.push(bytes) };
    const { device, signal } = this;
    const host = {
      db,
      device,
      connection,
      sink,
      readme: 'Read me',
      now: new Date(Date.UTC(2026, 10, 21)),
      signal: signal.signal,
      onProgress: () => undefined,
    };
    return { manifest: await exportWorkspace(host), archive: new Blob(parts) };
  }

  async back(archive: Blob, free = 1e12): Promise<LocalConnection> {
    const host = { device: this.device, locks: alone, free, signal: this.signal.signal, onProgress: () => undefined, now: 5 };
    return (await restoreWorkspace(host, archive)).connection;
  }

  async opened<T>({ id }: LocalConnection, read: (db: SamtaleDatabase) => Promise<T>): Promise<T> {
    const db = openDatabase(databaseNameOf(id));
    try {
      return await read(db);
    } finally {
      db.close();
    }
  }

  async close() {
    for (const { id } of await this.device.connections.toArray()) await openDatabase(databaseNameOf(id)).delete();
    await this.device.delete();
  }
}

/**
 * Every table of a store, so that two can be compared: messages in the order they are packed in, whatever the packing, counters that stand at
 * something, files by what they hold.
 */
export async function everything(db: SamtaleDatabase): Promise<Record<string, unknown>> {
  const tables = await Promise.all(db.tables.map(async (table) => [table.name, await table.toArray()] as const));
  const threads = await db.threads.toArray();
  return {
    ...Object.fromEntries(tables),
    threads: grouped(threads.flatMap(({ messages }) => messages)),
    counters: (await db.counters.toArray()).map((row) => ({
      ...row,
      counts: Object.fromEntries(Object.entries(row.counts).filter(([, count]) => count !== 0)),
    })),
    files: await Promise.all(
      (await db.files.toArray()).map(async ({ blob, ...file }) => ({ ...file, bytes: Buffer.from(await blob.arrayBuffer()).toString('hex') })),
    ),
  };
}

function grouped<M extends { conversationId: string }>(messages: readonly M[]): Record<string, M[]> {
  const threads: Record<string, M[]> = {};
  for (const message of messages) {
    const thread = threads[message.conversationId] ?? [];
    threads[message.conversationId] = thread;
    thread.push(message);
  }
  return threads;
}
