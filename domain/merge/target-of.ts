import type { Conversation } from '../model/conversation';
import type { Id } from '../model/ids';

interface Rows {
  conversations: { find(id: Id): Promise<Pick<Conversation, 'mergedInto'> | undefined> };
}

/** Where a conversation is now: itself, or the one it was merged into (D16). */
export async function targetOf(rows: Rows, conversationId: Id): Promise<Id> {
  let id = conversationId;
  for (;;) {
    const into = (await rows.conversations.find(id))?.mergedInto;
    if (!into) return id;
    id = into;
  }
}
