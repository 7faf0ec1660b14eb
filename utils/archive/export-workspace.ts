import type { Agent } from '../../domain/model/agent';
import type { Channel } from '../../domain/model/channel';
import type { Inbox } from '../../domain/model/inbox';
import type { Message } from '../../domain/model/message';
import type { Connection, DeviceDatabase } from '../connection/device-database';
import { typedWordsOf } from '../connection/typed-words';
import { sha256Of } from '../network/sha256-of';
import type { SamtaleDatabase } from '../store/database';
import { me, metaRow } from '../store/me';
import { movedOf } from '../store/move-row';
import { plainConversation } from '../store/plain-row';
import { readMessages } from '../store/read-messages';
import type { FileRow, StoredConversation } from '../store/stored-rows';
import { waitingChanges } from '../store/waiting-changes';
import { type Sink, ZipWriter } from '../zip/zip-writer';
import {
  type ArchiveRow,
  type ArchiveTable,
  archiveFormat,
  archiveTableNames,
  type Manifest,
  manifestPath,
  type RowTable,
  rowTables,
} from './archive-format';
import { ArchivePaths } from './archive-paths';
import { mailOfMessage } from './mail-of-message';
import { TableParts } from './table-parts';

export interface ExportHost {
  db: SamtaleDatabase;
  device: Pick<DeviceDatabase, 'settings'>;
  connection: Connection;
  sink: Sink;
  /** What the file `README.txt` says, for whoever opens the archive by hand. */
  readme: string;
  now: Date;
  signal: AbortSignal;
  onProgress(done: number, total: number): void;
}

/** Conversations read in one transaction: each is of one moment with its messages (I7). */
const together = 100;
/**
 * Writes all of a workspace that this device holds into one zip: rows as JSON Lines, mails as `.eml`, attachments as files, and a manifest with
 * counts and checksums. Keys, tokens and what only serves syncing stay out.
 */
export async function exportWorkspace(host: ExportHost): Promise<Manifest> {
  return new Export(host).run();
}

class Export {
  private readonly zip: ZipWriter;
  private readonly parts: Map<ArchiveTable, TableParts>;
  private readonly paths = new ArchivePaths();
  private readonly mails = { asTheyCame: 0, made: 0, rowsOnly: 0 };
  private readonly notHere = { conversations: 0, html: 0, files: 0, originals: 0 };
  /** Where the bytes of each hash lie. */
  private readonly filed = new Map<string, string>();
  private readonly inboxes = new Map<string, Inbox>();
  private readonly channels = new Map<string, Channel>();
  private readonly agents = new Map<string, Agent>();
  private done = 0;
  private total = 0;

  constructor(private readonly host: ExportHost) {
    this.zip = new ZipWriter(host.sink, host.now);
    this.parts = new Map(archiveTableNames.map((table) => [table, new TableParts(this.zip, table)]));
  }

  async run(): Promise<Manifest> {
    const { db, connection, now, readme } = this.host;
    const self = await me(db);
    if (!self) throw new Error('nobody’s workspace');
    await this.countAll();
    await this.zip.add('README.txt', new TextEncoder().encode(`${readme}\n`));
    for (const row of await db.inboxes.toArray()) this.inboxes.set(row.id, row);
    for (const row of await db.channels.toArray()) this.channels.set(row.id, row);
    for (const row of await db.agents.toArray()) this.agents.set(row.id, row);
    await this.conversations();
    for (const table of rowTables) await this.walk(table);
    await this.restOfFiles();
    await this.words();
    for (const parts of this.parts.values()) await parts.end();
    const manifest: Manifest = {
      samtale: 'workspace',
      format: archiveFormat,
      made: now.toISOString(),
      from: connection.kind === 'hub' ? { kind: 'hub', name: connection.hubName, origin: connection.origin } : { kind: 'local' },
      workspace: (await db.workspaces.get(self.workspaceId))?.name ?? '',
      account: { agentName: connection.agentName, email: connection.email },
      me: self,
      local: await this.asHost(),
      counts: Object.fromEntries([...this.parts].map(([table, { rows }]) => [table, rows])),
      mails: this.mails,
      notHere: this.notHere,
      parts: [...this.parts.values()].flatMap(({ parts }) => parts),
    };
    await this.zip.add(manifestPath, new TextEncoder().encode(`${JSON.stringify(manifest, null, 2)}\n`));
    this.host.signal.throwIfAborted();
    await this.zip.close();
    return manifest;
  }

  private async asHost(): Promise<Manifest['local']> {
    const { db } = this.host;
    const [local, trash, move] = [await metaRow(db, 'local'), await metaRow(db, 'trash'), await metaRow(db, 'move')];
    if (!local) return null;
    return {
      version: local.version,
      newest: local.newest,
      ...(trash && { trash: { seenAt: trash.seenAt, lain: trash.lain } }),
      ...(move && { moved: movedOf(move) }),
    };
  }

  private async countAll(): Promise<void> {
    const { db } = this.host;
    const counted = await Promise.all([db.conversations, db.files, ...rowTables.map((table) => db[table])].map((table) => table.count()));
    this.total = counted.reduce((sum, count) => sum + count, 0);
  }

  private async add<T extends ArchiveTable>(table: T, row: ArchiveRow<T>): Promise<void> {
    this.host.signal.throwIfAborted();
    await this.parts.get(table)?.add(row);
  }

  private step(by = 1): void {
    this.done += by;
    this.host.onProgress(Math.min(this.done, this.total), this.total);
  }

  /** A table by its keys, some hundred rows at a time. */
  private async walk(table: RowTable): Promise<void> {
    let after = '';
    for (;;) {
      const rows: { id: string }[] = await this.host.db[table].where(':id').above(after).limit(500).toArray();
      const last = rows.at(-1);
      if (!last) return;
      after = last.id;
      for (const row of rows) await this.add(table, row as never);
      this.step(rows.length);
    }
  }

  private async conversations(): Promise<void> {
    const { db } = this.host;
    const hub = this.host.connection.kind === 'hub';
    this.notHere.conversations = await db.missingThreads.count();
    for (const { bootstrap } of await db.spaces.toArray()) if (bootstrap) this.notHere.conversations += Math.max(0, bootstrap.total - bootstrap.done);
    let after = '';
    for (;;) {
      const page = await db.transaction('r', [db.conversations, db.threads, db.pendingMessages, db.bodies], async () => {
        const rows: StoredConversation[] = await db.conversations.where('id').above(after).limit(together).toArray();
        const threads = await Promise.all(rows.map(({ id }) => this.messagesOf(id)));
        const bodies = await db.bodies
          .where('conversationId')
          .anyOf(rows.map(({ id }) => id))
          .toArray();
        return { rows, threads, bodies };
      });
      const last = page.rows.at(-1);
      if (!last) return;
      after = last.id;
      const html = new Map(page.bodies.map((body) => [body.id, body]));
      for (const [at, row] of page.rows.entries()) {
        await this.add('conversations', { ...plainConversation(row), version: row.version } as never);
        for (const message of page.threads[at] ?? []) {
          await this.add('messages', message);
          const body = html.get(message.id);
          if (body) await this.add('bodies', body);
          else if (message.htmlSize > 0 && hub) this.notHere.html += 1;
          await this.mail(row, message, body?.html ?? '');
        }
        this.step();
      }
    }
  }

  /** In order of arrival, which is how they are packed; what waits for a hub lies over them (K3). */
  private async messagesOf(conversationId: string): Promise<(Message & { version: number })[]> {
    const { db } = this.host;
    const versions = new Map<string, number>();
    const chunks = await db.threads.where('[conversationId+n]').between([conversationId, 0], [conversationId, Number.POSITIVE_INFINITY]).toArray();
    for (const chunk of chunks) for (const { id, version } of chunk.messages) versions.set(id, version);
    return (await readMessages(db, conversationId)).map(({ hidden, ...message }) => ({
      ...message,
      // What it said stays with its host: nobody can show it again from an archive (D15).
      ...(hidden && { hidden: { ...hidden, gone: true as const } }),
      version: versions.get(message.id) ?? 0,
    }));
  }

  /** A message's files, and the message itself where it is a mail. */
  private async mail(conversation: StoredConversation, message: Message, html: string): Promise<void> {
    const files = new Map<string, Uint8Array>();
    for (const { hash, name } of message.attachments) {
      const file = hash === null ? undefined : await this.host.db.files.get(hash);
      if (file && hash !== null) files.set(hash, await this.keepFile(file, () => this.paths.file(name)));
      else if (hash !== null) this.notHere.files += 1;
    }
    if (message.hidden || (message.kind !== 'email' && message.rawHash === null)) {
      this.mails.rowsOnly += 1;
      return;
    }
    const raw = message.rawHash === null ? undefined : await this.host.db.files.get(message.rawHash);
    const inbox = this.inboxes.get(conversation.inboxId) ?? { id: conversation.inboxId, name: '' };
    const path = this.paths.mail(inbox, message.subject, message.claimedAt ?? message.receivedAt);
    if (raw) {
      this.mails.asTheyCame += 1;
      const bytes = await this.keepFile(raw, () => path);
      // The same bytes came to two inboxes: each folder has them (D22).
      if (this.filed.get(raw.hash) !== path) await this.zip.add(path, bytes);
      await this.add('mails', { messageId: message.id, path, sha256: raw.hash, made: false });
      return;
    }
    if (message.rawHash !== null) this.notHere.originals += 1;
    const channel = conversation.channelId === null ? undefined : this.channels.get(conversation.channelId);
    const bytes = new TextEncoder().encode(mailOfMessage({ message, html, channel, agents: this.agents, files }));
    this.mails.made += 1;
    await this.zip.add(path, bytes);
    await this.add('mails', { messageId: message.id, path, sha256: await sha256Of(new Blob([bytes])), made: true });
  }

  /** Once for each hash; answers its bytes. */
  private async keepFile({ hash, blob, type, size, at }: FileRow, path: () => string): Promise<Uint8Array<ArrayBuffer>> {
    const bytes = new Uint8Array(await blob.arrayBuffer());
    if (this.filed.has(hash)) return bytes;
    const place = path();
    this.filed.set(hash, place);
    await this.zip.add(place, bytes);
    await this.add('files', { hash, path: place, type, size, at });
    this.step();
    return bytes;
  }

  /** Files no message names: attached to a draft, or on their way. */
  private async restOfFiles(): Promise<void> {
    const { db } = this.host;
    await db.hiddenMessages.each(({ words: { rawHash, attachments } }) => {
      for (const hash of [rawHash, ...attachments.map((attachment) => attachment.hash)]) if (hash && !this.filed.has(hash)) this.filed.set(hash, '');
    });
    for (const hash of await db.files.toCollection().primaryKeys()) {
      const file = this.filed.has(hash) ? undefined : await db.files.get(hash);
      if (file) await this.keepFile(file, () => this.paths.file(hash.slice(0, 12)));
    }
  }

  /** What a person wrote that is nowhere else: typed, waiting for the hub, or refused by it. */
  private async words(): Promise<void> {
    const { db, device, connection } = this.host;
    for (const { key: _, ...typed } of await typedWordsOf(device, connection.id)) await this.add('typed', typed);
    for (const act of await waitingChanges(db)) await this.add('unsent', { state: 'waiting', act: act as never });
    for (const { uuid, name, args, claimedAt } of await db.notApplied.toArray())
      await this.add('unsent', { state: 'refused', act: { uuid, name, args, claimedAt } as never });
  }
}
