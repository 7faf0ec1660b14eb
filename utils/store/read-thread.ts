import type { Id } from '../../domain/model/ids';
import type { Message } from '../../domain/model/message';
import type { SamtaleDatabase } from './database';
import { readLayers, type ThreadMessage } from './read-messages';

const byTime = (a: Message, b: Message) => a.receivedAt - b.receivedAt || (a.id < b.id ? -1 : 1);

/**
 * A thread in its order, (receivedAt, id) by the hub's clock. What this device alone has comes last whatever its own clock says
 * (I11). All of it is of one moment: a message never falls between overlay and chunk (I7). `complete` is false while older
 * messages are still on the hub only.
 */
export async function readThread(
  db: Pick<SamtaleDatabase, 'threads' | 'pendingMessages' | 'missingThreads' | 'transaction'>,
  conversationId: Id,
): Promise<{ messages: ThreadMessage[]; complete: boolean }> {
  const [{ confirmed, changed, added }, missing] = await db.transaction('r', [db.threads, db.pendingMessages, db.missingThreads], () =>
    Promise.all([readLayers(db, conversationId), db.missingThreads.get(conversationId)]),
  );
  const marked = (messages: Message[], pending: boolean) => messages.map((message) => ({ ...message, pending }));
  const known = [...marked(confirmed, false), ...marked(changed, true)].sort(byTime);
  return { messages: [...known, ...marked(added, true).sort(byTime)], complete: missing === undefined };
}
