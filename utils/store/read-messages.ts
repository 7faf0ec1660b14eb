import type { Id } from '../../domain/model/ids';
import type { Message } from '../../domain/model/message';
import { plainRow } from './plain-row';
import type { StoreTables } from './store-tables';
import { readChunks } from './thread-chunks';

/** A message of a thread on screen; `pending` while only this device knows it so. */
export type ThreadMessage = Message & { pending: boolean };

type MessageTables = Pick<StoreTables, 'threads' | 'pendingMessages'>;

/** A thread's messages by where they come from: as the hub left them, as pending acts changed them, and new ones only this device has. */
export interface LayeredMessages {
  confirmed: Message[];
  changed: Message[];
  added: Message[];
}

/** Chunks as the hub left them, and over them what pending acts made of them (K3). In no order. */
export async function readLayers(tables: MessageTables, conversationId: Id): Promise<LayeredMessages> {
  // Those of all threads: one that was here may have been put into another.
  const [chunks, overlay] = await Promise.all([readChunks(tables, conversationId), tables.pendingMessages.toArray()]);
  const stored = chunks.flatMap((chunk) => chunk.messages.map((message) => plainRow<Message>(message)));
  if (overlay.length === 0) return { confirmed: stored, changed: [], added: [] };
  const known = new Set(stored.map((message) => message.id));
  const covered = new Set(overlay.map((entry) => entry.id));
  const pending = overlay.flatMap(({ message }) => (message?.conversationId === conversationId ? message : []));
  return {
    confirmed: stored.filter((message) => !covered.has(message.id)),
    changed: pending.filter((message) => known.has(message.id)),
    added: pending.filter((message) => !known.has(message.id)),
  };
}

/** All of them as a rule sees them. */
export async function readMessages(tables: MessageTables, conversationId: Id): Promise<Message[]> {
  const { confirmed, changed, added } = await readLayers(tables, conversationId);
  return [...confirmed, ...changed, ...added];
}
