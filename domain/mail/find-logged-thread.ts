import type { Tx } from '../core/tx';
import { foldAddress } from '../model/address';
import { type Id, inboxSpace } from '../model/ids';
import type { Message } from '../model/message';
import { findSameMail, firstSame } from './find-same-mail';
import type { IncomingMail } from './incoming-mail';

/** How far one looks: whom a mail names, their newest conversations, the newest messages of each. */
const mostPeople = 10;
const mostThreads = 20;
const mostMessages = 100;

/**
 * Where a mail that somebody logs is already, and else the thread its mailbox shows it in. A host finds it by its Message-ID; without one, and on a device
 * that knows no Message-IDs, it is looked for in the conversations with whom it names, and in `beside`.
 */
export async function findLoggedThread(
  tx: Tx,
  inbox: { id: Id },
  mail: IncomingMail,
  beside?: Id,
): Promise<{ known?: Message | undefined; thread?: Id | undefined }> {
  const named = await findSameMail(tx, inbox.id, mail);
  if (named) return { known: named };
  const messages: Message[] = [];
  for (const conversationId of await threadsOf(tx, inbox, mail, beside))
    messages.push(...(await tx.query('newestMessages', { conversationId, limit: mostMessages })));
  const known = messages.find(({ id }) => id === mail.ids.messageId) ?? (await firstSame(tx, messages, mail, inbox.id));
  if (known) return { known };
  const seen = mail.logged?.seenIn;
  const there = messages.find(({ seenIn }) =>
    seenIn?.some(({ provider, account, thread }) => thread && provider === seen?.provider && account === seen.account && thread === seen.thread),
  );
  return { thread: there?.conversationId };
}

async function threadsOf(tx: Tx, inbox: { id: Id }, { from, to, cc }: IncomingMail, beside: Id | undefined): Promise<Set<Id>> {
  const people = new Set([from, ...to, ...cc].map(({ address }) => foldAddress(address)).filter((address) => address !== ''));
  const threads = new Set(beside === undefined ? [] : [beside]);
  for (const address of [...people].slice(0, mostPeople))
    for (const { id, mergedInto } of await tx.query('conversationsOfAddress', { space: inboxSpace(inbox.id), address, limit: mostThreads }))
      if (!mergedInto) threads.add(id);
  return threads;
}
