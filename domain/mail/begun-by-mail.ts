import { findContact } from '../contact/find-contact';
import { closed } from '../conversation/closed';
import { dueAtOf } from '../conversation/due-at';
import { newConversation } from '../conversation/new-conversation';
import { withMessage } from '../conversation/with-message';
import { withParticipants } from '../conversation/with-participants';
import type { Tx } from '../core/tx';
import type { Into } from '../message/into';
import { foldAddress } from '../model/address';
import type { Conversation } from '../model/conversation';
import type { Message } from '../model/message';
import { takeIn } from '../routing/take-in';
import { contactOfMail } from './contact-of-mail';
import { findSenderRule } from './find-sender-rule';
import type { IncomingMail } from './incoming-mail';
import type { LoggedMail } from './logged-as';
import { messageOfMail } from './message-of-mail';
import { ourAddresses } from './our-addresses';
import { spamVerdict } from './spam-verdict';

/** The conversation a mail begins: perhaps spam (VIEW-9), else with somebody who is or becomes a contact (CHN-6). */
export async function begunByMail(
  tx: Tx,
  mail: IncomingMail,
  logged: LoggedMail,
  into: Into,
): Promise<{ conversation: Conversation; message: Message }> {
  const { channel, inbox } = into;
  const { from } = logged;
  const contact = await findContact(tx, inbox.workspaceId, from.address);
  const verdict = spamVerdict({
    mail,
    senderAddress: from.address,
    senderRule: await findSenderRule(tx, inbox.workspaceId, from.address),
    knownContact: contact !== undefined,
    forwardedByAgent: logged.passedOn,
    inbox,
  });
  const contactId = contact?.id ?? (verdict || mail.automatic ? null : await contactOfMail(tx, mail, logged, inbox));
  const starter = { contactId, name: from.name || contact?.name || from.address, address: foldAddress(from.address) || null };
  const blank = newConversation(mail.ids.conversationId, channel, { at: mail.receivedAt, subject: logged.subject, starter });
  const message = messageOfMail(blank, mail, logged, contactId);
  const full = withParticipants(withMessage(blank, message), [from, ...logged.to, ...logged.cc], await ourAddresses(tx, inbox.space));
  // A machine's mail that belongs to no thread of ours waits for nobody, but has to stand in some view.
  const conversation = { ...full, firstInboundAt: full.firstInboundAt ?? mail.receivedAt, spam: verdict && { ...verdict, at: mail.receivedAt } };
  if (mail.mailbox?.history) {
    const known = { ...conversation, dueAt: null, ...(verdict ? { routed: true as const } : {}) };
    return { conversation: mail.mailbox.folder === 'archive' ? closed(known, mail.receivedAt, null) : known, message };
  }
  const owed = { ...conversation, dueAt: dueAtOf(conversation, inbox) };
  return { conversation: mail.automatic ? owed : await takeIn(tx, owed, into), message };
}
