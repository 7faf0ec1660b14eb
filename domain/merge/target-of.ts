import type { Tx } from '../core/tx';
import type { Id } from '../model/ids';

/** Where a conversation is now: itself, or the one it was merged into (D16). */
export async function targetOf(tx: Pick<Tx, 'conversations'>, conversationId: Id): Promise<Id> {
  let id = conversationId;
  for (;;) {
    const into = (await tx.conversations.find(id))?.mergedInto;
    if (!into) return id;
    id = into;
  }
}
