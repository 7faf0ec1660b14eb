import type { Tx } from '../core/tx';
import type { UndoEntry } from '../model/undo-entry';
import { lineId } from './line-id';

/**
 * Takes the lines an undone act left out of their threads: what is undone was not done (X26). One that was merged or split away meanwhile stays where it
 * lies. The rows of threads an act moved messages between are counted by whoever moves them back.
 */
export async function takeLinesBack(tx: Tx, { id: actId, changes, moved }: UndoEntry): Promise<void> {
  for (const { table, id } of changes) {
    if (table !== 'conversations') continue;
    const line = await tx.messages.find(lineId(actId, id), id);
    if (line?.conversationId !== id) continue;
    tx.messages.delete(line.id, id);
    const conversation = await tx.conversations.find(id);
    if (conversation && !moved) tx.conversations.put({ ...conversation, messageCount: conversation.messageCount - 1 });
  }
}
