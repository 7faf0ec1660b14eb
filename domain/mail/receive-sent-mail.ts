import { findContact } from '../contact/find-contact';
import { newConversation } from '../conversation/new-conversation';
import { withMessage } from '../conversation/with-message';
import { withParticipants } from '../conversation/with-participants';
import type { Tx } from '../core/tx';
import type { Into } from '../message/into';
import { foldAddress } from '../model/address';
import type { Conversation } from '../model/conversation';
import { workspaceSpace } from '../model/ids';
import type { Author, Message } from '../model/message';
import { needsAnswer } from '../view/views-of';
import { asHistory } from './as-history';
import { findThreadOfMail } from './find-thread-of-mail';
import type { IncomingMail } from './incoming-mail';
import { keepMail } from './keep-mail';
import { messageOfMail } from './message-of-mail';
import { ourAddresses } from './our-addresses';

/**
 * A mail the team sent, out of the mailbox's Sent folder or its archive: somebody of the team wrote it in another program. It is an answer of ours in its
 * thread, or begins one of ours (VIEW-8). It takes a thread out of Spam that only a rule had put there: where we have written is
 * no spam (VIEW-9).
 */
export async function receiveSentMail(tx: Tx, mail: IncomingMail, into: Into): Promise<void> {
  const said = await saidByUs(tx, await findThreadOfMail(tx, into.inbox, mail), mail, into);
  keepMail(tx, mail, { ...said, html: mail.html, inboxId: into.inbox.id });
}

/** A mail of the team in its thread, or as the beginning of one; nothing is kept yet. */
export async function saidByUs(
  tx: Tx,
  found: Conversation | undefined,
  mail: IncomingMail,
  into: Into,
): Promise<{ conversation: Conversation; message: Message }> {
  const { inbox } = into;
  const ours = await ourAddresses(tx, inbox.space);
  const thread = found ?? (await begunByUs(tx, mail, into));
  const message = {
    ...messageOfMail(thread, mail, { ...mail, forwardedBy: null, passedOn: false }, null),
    direction: 'out' as const,
    author: await authorOf(tx, mail, into),
    delivery: { state: 'sent' as const, at: mail.receivedAt, text: '' },
  };
  const full = withParticipants(withMessage(thread, message), [...mail.to, ...mail.cc], ours);
  const said = { ...full, dueAt: needsAnswer(full) ? full.dueAt : null, spam: full.spam?.reason === 'marked-by-agent' ? full.spam : null };
  const { folder, history } = mail.mailbox ?? {};
  const settled = history && (thread.messageCount > 0 || folder === 'archive');
  return { conversation: settled ? asHistory(said, message, folder) : said, message };
}

/** With whoever it was written to first; writing to somebody makes them no contact, their answer does. */
async function begunByUs(tx: Tx, mail: IncomingMail, { channel, inbox }: Into): Promise<Conversation> {
  const [first] = [...mail.to, ...mail.cc];
  const contact = first && (await findContact(tx, inbox.workspaceId, first.address));
  const address = first ? foldAddress(first.address) : '';
  const starter = { contactId: contact?.id ?? null, name: first?.name || contact?.name || address, address: address || null };
  const begun = newConversation(mail.ids.conversationId, channel, { at: mail.receivedAt, subject: mail.subject, starter });
  return { ...begun, startedBy: 'us' };
}

/** The agent whose own address it was sent from; else somebody of the team, by the name that stands there. */
async function authorOf(tx: Tx, { from }: IncomingMail, { inbox }: Into): Promise<Author> {
  const agents = await tx.query('agentsByEmail', { space: workspaceSpace(inbox.workspaceId), email: from.address });
  const [agent, ...more] = agents.filter(({ active }) => active);
  return agent && more.length === 0 ? { kind: 'agent', agentId: agent.id } : { kind: 'team', name: from.name, address: foldAddress(from.address) };
}
