import type { Id } from '../../domain/model/ids';
import type { Message } from '../../domain/model/message';
import type { StoreTables } from './store-tables';
import type { Stored, ThreadChunk } from './stored-rows';

const fullAtMessages = 100;
const fullAtSize = 256 * 1024;

/** What arrived for one thread: a message at a version, or its tombstone. `space` is where the word comes from. */
export interface MessageChange {
  id: Id;
  space: string;
  version: number;
  message: Message | null;
  /** It lies in another thread now, of whichever inbox. */
  elsewhere?: boolean;
}

/** All chunks of a thread, in order. One read where one chunk holds it, as nearly always. */
export async function readChunks(tables: Pick<StoreTables, 'threads'>, conversationId: Id): Promise<ThreadChunk[]> {
  const first = await tables.threads.get([conversationId, 0]);
  if (!first) return [];
  return first.more ? [first, ...(await restOf(tables, conversationId))] : [first];
}

/** Same for many threads at once. */
export async function readChunksOf(tables: Pick<StoreTables, 'threads'>, conversationIds: readonly Id[]): Promise<Map<Id, ThreadChunk[]>> {
  const firsts = await tables.threads.bulkGet(conversationIds.map((id): [Id, number] => [id, 0]));
  const found = new Map<Id, ThreadChunk[]>();
  for (const [at, id] of conversationIds.entries()) {
    const first = firsts[at];
    found.set(id, !first ? [] : first.more ? [first, ...(await restOf(tables, id))] : [first]);
  }
  return found;
}

const restOf = (tables: Pick<StoreTables, 'threads'>, conversationId: Id) =>
  tables.threads.where('[conversationId+n]').between([conversationId, 1], [conversationId, Number.POSITIVE_INFINITY]).toArray();

/**
 * Puts what arrived into a thread's chunks and answers the chunks that changed. New messages fill the last chunk, whatever
 * their date (an old mail logged today comes last, the reader sorts); a new version rewrites its one chunk (K22).
 * `chunks` is changed in place.
 */
export function packMessages(conversationId: Id, chunks: ThreadChunk[], changes: readonly MessageChange[]): ThreadChunk[] {
  const touched = new Set<ThreadChunk>();
  for (const change of changes) {
    const home = chunks.find((chunk) => chunk.messages.some((message) => message.id === change.id));
    if (home) replaceIn(home, change, touched);
    else if (change.message) append(conversationId, chunks, { ...change.message, version: change.version }, touched);
  }
  return [...touched];
}

function replaceIn(chunk: ThreadChunk, change: MessageChange, touched: Set<ThreadChunk>) {
  const at = chunk.messages.findIndex((message) => message.id === change.id);
  const stored = chunk.messages[at];
  if (!stored) return;
  const sameSpace = stored.space === change.space;
  if (sameSpace ? change.version <= stored.version : change.message === null && !change.elsewhere) return;
  if (change.message) chunk.messages[at] = { ...change.message, version: change.version };
  else chunk.messages.splice(at, 1);
  chunk.size = chunk.messages.reduce((sum, message) => sum + sizeOf(message), 0);
  touched.add(chunk);
}

function append(conversationId: Id, chunks: ThreadChunk[], message: Stored<Message>, touched: Set<ThreadChunk>) {
  const size = sizeOf(message);
  let last = chunks.at(-1);
  if (!last || last.messages.length >= fullAtMessages || (last.messages.length > 0 && last.size + size > fullAtSize)) {
    if (last) {
      last.more = true;
      touched.add(last);
    }
    last = { conversationId, n: chunks.length, messages: [], size: 0, more: false };
    chunks.push(last);
  }
  last.messages.push(message);
  last.size += size;
  touched.add(last);
}

const sizeOf = (message: Message) =>
  500 + message.text.length + message.quotedText.length + message.subject.length + 200 * message.attachments.length;
