import type { Tx } from '../core/tx';
import type { Id } from '../model/ids';
import type { Message } from '../model/message';

const all = 1_000_000;

/** A whole thread, oldest first. */
export const threadOf = async (tx: Tx, conversationId: Id): Promise<Message[]> =>
  (await tx.query('newestMessages', { conversationId, limit: all })).reverse();

/** Puts messages into another thread of their inbox, with what belongs to each: layout, what it says where it is hidden, and what answers find it by. */
export async function moveMessages(tx: Tx, messages: readonly Message[], conversationId: Id): Promise<void> {
  for (const message of messages) {
    const movedFrom = new Set([...(message.movedFrom ?? []), message.conversationId]);
    movedFrom.delete(conversationId);
    tx.messages.put({ ...message, conversationId, movedFrom: [...movedFrom] });
    for (const table of ['bodies', 'hiddenMessages', 'mailIds'] as const) {
      const row = await tx[table].find(message.id);
      if (row) tx[table].put({ ...row, conversationId } as never);
    }
  }
}
