import { type Id, idOfSpace, kindOfSpace } from '../../domain/model/ids';
import { archiveTableNames, isModelTable } from './archive-format';
import { BadArchive } from './archive-problem';
import type { OpenArchive } from './open-archive';

interface Watch {
  signal: AbortSignal;
  onProgress(done: number, total: number): void;
}

/**
 * Reads the whole archive once and finds everything that could be wrong with it, before anything is written: each part and file unchanged, each row
 * of the right shape, each where it belongs. Throws `BadArchive`.
 */
export async function checkArchive(archive: OpenArchive, { signal, onProgress }: Watch): Promise<void> {
  const { manifest } = archive;
  const total = Object.values(manifest.counts).reduce((sum, count) => sum + count, 0);
  const seen = new Seen(manifest.me);
  let done = 0;
  for (const table of archiveTableNames) {
    let rows = 0;
    for await (const page of archive.rows(table)) {
      for (const row of page) {
        signal.throwIfAborted();
        seen.row(table, row);
        if (table === 'files') await seen.file(archive, row as never);
        if (table === 'mails') await archive.bytes((row as { path: string }).path, (row as { sha256: string }).sha256);
      }
      rows += page.length;
      done += page.length;
      onProgress(Math.min(done, total), total);
    }
    if (rows !== (manifest.counts[table] ?? 0)) throw new BadArchive('wrong-rows', `${table}: ${rows} of ${manifest.counts[table]}`);
  }
  seen.end();
}

/** What the rows have said so far: who is here, and which names are taken. */
class Seen {
  private readonly ids = new Map<string, Set<string>>();
  private thread: Id | undefined;
  private readonly threads = new Set<Id>();

  constructor(private readonly me: { agentId: Id; workspaceId: Id }) {}

  row(table: (typeof archiveTableNames)[number], row: object): void {
    const { id, hash, space } = row as { id?: string; hash?: string; space?: string };
    const key = id ?? hash;
    if (key !== undefined && table !== 'mails') {
      const taken = this.of(table);
      if (taken.has(key)) throw new BadArchive('wrong-rows', `${table}/${key} twice`);
      taken.add(key);
    }
    if (space !== undefined && isModelTable(table)) this.inSpace(table, space);
    if (table === 'conversations') this.conversation(row as { inboxId: Id; space: string });
    if (table === 'messages' || table === 'bodies') this.withinThread(table, (row as { conversationId: Id }).conversationId);
    if (table === 'messages') this.inOneGo((row as { conversationId: Id }).conversationId);
  }

  async file(archive: OpenArchive, { path, hash, size }: { path: string; hash: string; size: number }): Promise<void> {
    const bytes = await archive.bytes(path, hash);
    if (bytes.length !== size) throw new BadArchive('wrong-rows', `${path} has another size`);
  }

  end(): void {
    if (!this.of('agents').has(this.me.agentId)) throw new BadArchive('wrong-rows', 'whose workspace it is');
    if (!this.of('workspaces').has(this.me.workspaceId)) throw new BadArchive('wrong-rows', 'which workspace it is');
  }

  /** Workspaces, agents and inboxes stand first, so that what lies in a space finds it there. */
  private inSpace(table: string, space: string): void {
    const owner = idOfSpace(space);
    const kind = kindOfSpace(space);
    const known = kind === 'inbox' ? this.of('inboxes').has(owner) : kind === 'agent' ? this.of('agents').has(owner) : owner === this.me.workspaceId;
    if (!known) throw new BadArchive('wrong-rows', `${table} in ${space}`);
  }

  private conversation({ inboxId, space }: { inboxId: Id; space: string }): void {
    if (space !== `inbox:${inboxId}`) throw new BadArchive('wrong-rows', `a conversation of ${inboxId} in ${space}`);
  }

  private withinThread(table: string, conversationId: Id): void {
    if (!this.of('conversations').has(conversationId)) throw new BadArchive('wrong-rows', `${table} of no conversation`);
  }

  /** A thread's messages stand together: they are packed together. */
  private inOneGo(conversationId: Id): void {
    if (conversationId === this.thread) return;
    if (this.threads.has(conversationId)) throw new BadArchive('wrong-rows', 'a thread in two places');
    this.thread = conversationId;
    this.threads.add(conversationId);
  }

  private of(table: string): Set<string> {
    const set = this.ids.get(table) ?? new Set<string>();
    this.ids.set(table, set);
    return set;
  }
}
