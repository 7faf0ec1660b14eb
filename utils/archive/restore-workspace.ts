import type { Conversation } from '../../domain/model/conversation';
import type { Id } from '../../domain/model/ids';
import { isDiskFull } from '../../sync/is-disk-full';
import { databaseNameOf } from '../connection/database-name';
import type { DeviceDatabase, LocalConnection } from '../connection/device-database';
import { draftPlace, typedWordsKey } from '../connection/typed-place';
import { isSample } from '../sample/is-sample';
import { openDatabase, type SamtaleDatabase } from '../store/database';
import { moveChosenAnew } from '../store/move-row';
import { putConversations } from '../store/put-conversation';
import { type StoreTables, transact } from '../store/store-tables';
import type { ThreadChunk } from '../store/stored-rows';
import { packMessages } from '../store/thread-chunks';
import { type ArchiveTable, type Manifest, type RowTable, rowTables } from './archive-format';
import { BadArchive } from './archive-problem';
import { agentAsLocal, channelAsLocal, mailIdOf, messageAsLocal } from './as-local';
import { checkArchive } from './check-archive';
import { clearAway, restoringKey, restoringLock } from './clear-unfinished';
import { type ArchivedRow, OpenArchive } from './open-archive';

export interface RestoreHost {
  device: Pick<DeviceDatabase, 'connections' | 'settings' | 'transaction'>;
  locks: Pick<LockManager, 'request'>;
  /** Bytes there is room for. */
  free: number;
  signal: AbortSignal;
  onProgress(step: 'checking' | 'writing', done: number, total: number): void;
  now: number;
}

/**
 * An archive becomes a workspace of this computer, beside what is there. All of it is checked before anything is written, and it is listed last: what is
 * listed is whole, what is stopped or fails is gone.
 */
export async function restoreWorkspace(host: RestoreHost, file: Blob): Promise<{ connection: LocalConnection; manifest: Manifest }> {
  const archive = await OpenArchive.open(file, host.free);
  await checkArchive(archive, { signal: host.signal, onProgress: (done, total) => host.onProgress('checking', done, total) });
  const id = crypto.randomUUID();
  return host.locks.request(restoringLock(id), async () => {
    await host.device.settings.put({ key: restoringKey(id), value: host.now });
    try {
      const db = openDatabase(databaseNameOf(id));
      try {
        await new Restore(host, archive, db, id).run();
      } finally {
        db.close();
      }
      return { connection: await list(host, archive, id), manifest: archive.manifest };
    } catch (fault) {
      await clearAway(host.device, id);
      throw isDiskFull(fault) ? new BadArchive('disk-full', String(fault)) : fault;
    }
  });
}

async function list({ device, now }: RestoreHost, { manifest }: OpenArchive, id: string): Promise<LocalConnection> {
  const { account, me } = manifest;
  const sample = isSampleArchive(manifest) ? { sample: true as const } : {};
  const connection: LocalConnection = { id, kind: 'local', ...sample, agentId: me.agentId, ...account, createdAt: now, lastOpenedAt: now };
  await device.transaction('rw', [device.connections, device.settings], async () => {
    await device.connections.put(connection);
    await device.settings.delete(restoringKey(id));
  });
  return connection;
}

/** A sample taken out before it could not be any more comes back as what it is: nothing leaves it. */
export const isSampleArchive = ({ from, me }: Pick<Manifest, 'from' | 'me'>): boolean => from.kind === 'local' && isSample(me.workspaceId);

class Restore {
  /** Of each conversation what its messages need to know. */
  private readonly conversations = new Map<Id, Pick<Conversation, 'inboxId' | 'channelId'>>();
  private readonly addresses = new Map<Id, string | null>();
  private version: number;
  private done = 0;
  private readonly total: number;
  private readonly fromHub: boolean;

  constructor(
    private readonly host: RestoreHost,
    private readonly archive: OpenArchive,
    private readonly db: SamtaleDatabase,
    private readonly id: string,
  ) {
    const { counts, local, from } = archive.manifest;
    const { mails: _, unsent: __, ...written } = counts;
    this.total = Object.values(written).reduce((sum, count) => sum + count, 0);
    this.version = local?.version ?? 0;
    this.fromHub = from.kind === 'hub';
  }

  async run(): Promise<void> {
    const { me, local } = this.archive.manifest;
    for (const table of rowTables) await this.table(table);
    for await (const rows of this.pages('conversations')) await this.putConversations(rows);
    await this.messages();
    await this.table('bodies');
    await this.files();
    await this.typed();
    if (local?.trash) await this.db.meta.put({ key: 'trash', ...local.trash });
    if (local?.moved) await this.db.meta.put(moveChosenAnew(local.moved));
    await this.db.meta.bulkPut([
      { key: 'me', ...me },
      {
        key: 'local',
        version: this.version,
        newest: local?.newest ?? [],
        ...(isSampleArchive(this.archive.manifest) ? { sample: true as const } : {}),
      },
    ]);
  }

  private async *pages<T extends ArchiveTable>(table: T): AsyncGenerator<ArchivedRow<T>[]> {
    for await (const rows of this.archive.rows(table)) {
      this.host.signal.throwIfAborted();
      yield rows;
      for (const { version } of rows) this.version = Math.max(this.version, version ?? 0);
      this.done += rows.length;
      this.host.onProgress('writing', this.done, this.total);
    }
  }

  private async table(table: RowTable | 'bodies'): Promise<void> {
    for await (const rows of this.pages(table)) {
      // Here no channel works or stops.
      if (this.fromHub && table === 'stoppedChannels') continue;
      const own = this.fromHub ? rows.map((row) => this.asLocal(table, row)) : rows;
      if (table === 'channels') for (const { id, address } of own as ArchivedRow<'channels'>[]) this.addresses.set(id, address);
      await transact(this.db, async (tables) => {
        await (tables[table] as StoreTables['agents']).bulkPut(own as never);
      });
    }
  }

  private asLocal(table: string, row: object): object {
    if (table === 'channels') return channelAsLocal(row as ArchivedRow<'channels'>);
    if (table === 'agents') return agentAsLocal(row as ArchivedRow<'agents'>, this.archive.manifest.me.agentId);
    return row;
  }

  /** View keys and counters are made anew, by the one who always makes them (K3). */
  private async putConversations(rows: readonly ArchivedRow<'conversations'>[]): Promise<void> {
    for (const { id, inboxId, channelId } of rows) this.conversations.set(id, { inboxId, channelId });
    const changes = rows.map(({ version, ...next }) => ({ id: next.id, old: undefined, next: next as Conversation, version }));
    await transact(this.db, (tables) => putConversations(tables, this.archive.manifest.me.agentId, changes));
  }

  /** Thread by thread, packed as they came. */
  private async messages(): Promise<void> {
    let thread: ArchivedRow<'messages'>[] = [];
    let chunks: ThreadChunk[] = [];
    const mailIds: ArchivedRow<'mailIds'>[] = [];
    const pack = () => {
      const [first] = thread;
      if (!first) return;
      const changes = thread.map(({ version, ...message }) => ({ id: message.id, space: message.space, version, message }));
      chunks.push(...packMessages(first.conversationId, [], changes));
      thread = [];
    };
    const write = async () => {
      const some = chunks;
      chunks = [];
      await transact(this.db, async (tables) => {
        await tables.threads.bulkPut(some);
        await tables.mailIds.bulkPut(mailIds.splice(0));
      });
    };
    for await (const rows of this.pages('messages')) {
      for (const row of rows) {
        if (thread[0] && thread[0].conversationId !== row.conversationId) pack();
        thread.push(messageAsLocal(row));
        const known = this.fromHub ? this.mailIdOf(row) : undefined;
        if (known) mailIds.push({ ...known, version: row.version });
      }
      await write();
    }
    pack();
    await write();
  }

  private mailIdOf(message: ArchivedRow<'messages'>) {
    const conversation = this.conversations.get(message.conversationId);
    return conversation && mailIdOf(message, conversation, this.addresses.get(conversation.channelId ?? '') ?? null);
  }

  private async files(): Promise<void> {
    for await (const rows of this.pages('files'))
      for (const { hash, path, type, size, at } of rows) {
        this.host.signal.throwIfAborted();
        const blob = new Blob([await this.archive.bytes(path, hash)], { type });
        // There is no other copy any more.
        await this.db.files.put({ hash, blob, type, size, state: 'local', at });
      }
  }

  private async typed(): Promise<void> {
    for await (const rows of this.pages('typed'))
      await this.host.device.settings.bulkPut(
        rows.map(({ conversationId, version: _, ...value }) => ({
          key: typedWordsKey(draftPlace(this.id, conversationId, value.content.mode)),
          value,
        })),
      );
  }
}
