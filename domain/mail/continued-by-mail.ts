import { findContact } from '../contact/find-contact';
import { dueAtOf } from '../conversation/due-at';
import { withMessage } from '../conversation/with-message';
import { withParticipants } from '../conversation/with-participants';
import { woken } from '../conversation/woken';
import type { Tx } from '../core/tx';
import { eventLine } from '../message/event-line';
import type { Into } from '../message/into';
import { foldAddress } from '../model/address';
import type { Conversation } from '../model/conversation';
import type { Message } from '../model/message';
import { takeIn } from '../routing/take-in';
import { asHistory } from './as-history';
import { contactOfMail } from './contact-of-mail';
import { findSenderRule } from './find-sender-rule';
import type { IncomingMail } from './incoming-mail';
import type { LoggedMail } from './logged-as';
import type { Bounced } from './mark-bounced';
import { messageOfMail } from './message-of-mail';
import { ourAddresses } from './our-addresses';

/**
 * The thread a mail goes on in. Who writes there is not asked whether it is spam. A person's word wakes it (D4, D12); a machine's is kept and
 * changes nothing else (VIEW-8, D11), and so is a blocked sender's (D14).
 */
export async function continuedByMail(
  tx: Tx,
  thread: Conversation,
  { mail, logged, bounced }: { mail: IncomingMail; logged: LoggedMail; bounced: Bounced | undefined },
  into: Into,
): Promise<{ conversation: Conversation; message: Message }> {
  const { channel, inbox } = into;
  const { from } = logged;
  const blocked = (await findSenderRule(tx, inbox.workspaceId, from.address))?.kind === 'block';
  const human = !mail.automatic && !blocked;
  const history = mail.mailbox?.history ?? false;
  const wakes = human && !history;
  const detached = thread.contactDetached && foldAddress(from.address) === thread.contactAddress;
  const known = (await findContact(tx, inbox.workspaceId, from.address))?.id;
  const contactId = detached ? null : (known ?? (human && !thread.spam ? await contactOfMail(tx, mail, logged, inbox) : null));
  const message = { ...messageOfMail(thread, mail, logged, contactId), ...(blocked ? { blocked: true as const } : {}) };

  const { conversation, event } = wakes
    ? await woken(tx, thread, { channel, name: from.name || from.address })
    : { conversation: thread, event: bounced?.conversationId === thread.id ? bounceLine(bounced) : null };
  const line = event && eventLine(thread, { id: mail.ids.eventId, at: mail.receivedAt, event });
  if (line) tx.messages.put(line);

  const said = withMessage(line ? withMessage(conversation, line) : conversation, message, { quiet: blocked && !thread.spam });
  const others = mail.automatic === 'bounce' ? [] : [from, ...logged.to, ...logged.cc];
  const full = withParticipants(said, others, await ourAddresses(tx, inbox.space));
  if (history) return { conversation: blocked ? full : asHistory(full, message, mail.mailbox?.folder), message };
  if (!wakes) return { conversation: full, message };
  const owed = { ...full, dueAt: dueAtOf(full, inbox) };
  // The first word of a person in it: until now only we, or machines, had written (VIEW-8).
  return { conversation: thread.lastInboundAt === null ? await takeIn(tx, owed, into) : owed, message };
}

const bounceLine = ({ recipient }: Bounced) => ({ code: 'bounce-received' as const, name: recipient });
