import type { Tx } from '../core/tx';
import { guardAgainst } from '../mail/purged-mails';
import { type Id, inboxSpace } from '../model/ids';

interface Move {
  conversationId: Id;
  from: Id;
  to: Id;
  /** How many there may be, and what the inbox left behind hashes with if it has no key yet. */
  limit: number;
  key: Id;
}

/**
 * Takes the messages of a thread from one inbox into another, and what its mails are known by: answers find it there, and the same mails do not come
 * into the inbox they left again (K13). Who is in that one alone is told that it was moved (K5).
 */
export async function moveMessages(tx: Tx, { conversationId, from, to, limit, key }: Move): Promise<void> {
  const messages = await tx.query('newestMessages', { conversationId, limit });
  const known = (await Promise.all(messages.map(({ id }) => tx.mailIds.find(id)))).filter((mail) => mail !== undefined);
  for (const message of messages) tx.messages.put({ ...message, space: inboxSpace(to) });
  for (const mail of known) tx.mailIds.put({ ...mail, inboxId: to });
  await guardAgainst(tx, from, { rfcMessageIds: known.map(({ rfcMessageId }) => rfcMessageId), key });
  tx.purgedMails.put({ id: conversationId, inboxId: from, moved: true });
}
