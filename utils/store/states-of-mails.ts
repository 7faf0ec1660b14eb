import type { Conversation } from '../../domain/model/conversation';
import { foldAddress } from '../../domain/model/fold-address';
import type { Id } from '../../domain/model/ids';
import type { Message, SeenIn } from '../../domain/model/message';
import { readLayers } from './read-messages';
import type { StoreTables } from './store-tables';

/** By what an open mail may be known to this device: its Message-ID, or the id it has in that mailbox; and whom it names, to look with. */
export interface MailRef {
  rfcMessageId: string | null;
  seenIn: SeenIn | null;
  people: readonly string[];
}

/**
 * All a button in somebody else's page may say of a mail (X9): nobody logged it, it is in an inbox, a colleague is answering it, or it was logged here
 * and waits for the hub.
 */
export type MailState = 'not-logged' | 'logged' | 'being-answered' | 'waiting';

export interface MailPlace {
  state: MailState;
  /** Where it lies; for the panel alone, never for a page. */
  conversationId: Id | null;
}

const mostConversations = 100;

/**
 * What is to be said of each of these mails, in their order. Of what lies in Spam or trash nothing is: logging it says why.
 *
 * @param answered conversations in which a colleague is writing right now
 */
export async function statesOfMails(
  tables: Pick<StoreTables, 'conversations' | 'threads' | 'pendingMessages'>,
  refs: readonly MailRef[],
  answered: ReadonlySet<Id>,
): Promise<MailPlace[]> {
  const people = [...new Set(refs.flatMap((ref) => ref.people.map(foldAddress)))].filter((address) => address !== '');
  const found = await tables.conversations.where('contactAddress').anyOf(people).toArray();
  const newest = found
    .filter(({ spam, trashed, mergedInto }: Conversation) => !spam && !trashed && !mergedInto)
    .sort((a, b) => (a.id < b.id ? 1 : -1))
    .slice(0, mostConversations);
  const threads = await Promise.all(newest.map(async ({ id }) => ({ id, layers: await readLayers(tables, id) })));
  return refs.map((ref): MailPlace => {
    for (const { id, layers } of threads) {
      const isThere = (messages: Message[]) => messages.some((message) => isMeant(message, ref));
      if (isThere([...layers.confirmed, ...layers.changed])) return { state: answered.has(id) ? 'being-answered' : 'logged', conversationId: id };
      if (isThere(layers.added)) return { state: 'waiting', conversationId: id };
    }
    return { state: 'not-logged', conversationId: null };
  });
}

function isMeant(message: Message, { rfcMessageId, seenIn }: MailRef): boolean {
  if (message.kind !== 'email') return false;
  if (rfcMessageId !== null && message.rfcMessageId !== null) return message.rfcMessageId === rfcMessageId;
  if (!seenIn?.message) return false;
  return (message.seenIn ?? []).some(
    ({ provider, account, message: id }) => provider === seenIn.provider && account === seenIn.account && id === seenIn.message,
  );
}
