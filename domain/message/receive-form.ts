import { contactOfSender } from '../contact/contact-of-sender';
import { dueAtOf } from '../conversation/due-at';
import { newConversation } from '../conversation/new-conversation';
import { withMessage } from '../conversation/with-message';
import type { Tx } from '../core/tx';
import { findSenderRule } from '../mail/find-sender-rule';
import type { Message } from '../model/message';
import { takeIn } from '../routing/take-in';
import { blankMessage } from './blank-message';
import { formSender } from './form-sender';
import type { IncomingForm } from './incoming-form';
import type { Into } from './into';

/** Every submission of a form is a conversation of its own, answered like any other (CHN-11); who gave an address becomes a contact (CHN-6). */
export async function receiveForm(tx: Tx, form: IncomingForm, into: Into) {
  const { channel, inbox } = into;
  const { ids, receivedAt: at } = form;
  if (await tx.messages.find(ids.messageId, ids.conversationId)) return;
  const { name, address } = formSender(form.fields);
  const rule = address ? await findSenderRule(tx, inbox.workspaceId, address) : undefined;
  const refused = rule && rule.kind !== 'allow' ? rule : undefined;
  const contactId =
    address && !refused ? await contactOfSender(tx, { name, address }, { id: ids.contactId, workspaceId: inbox.workspaceId, at }) : null;

  const starter = { contactId, name: name || (address ?? ''), address };
  const blank = newConversation(ids.conversationId, channel, { at, subject: channel.name, starter });
  const message: Message = {
    ...blankMessage,
    id: ids.messageId,
    space: blank.space,
    conversationId: blank.id,
    kind: 'form',
    direction: 'in',
    author: { kind: 'contact', ...starter },
    receivedAt: at,
    subject: channel.name,
    text: form.fields
      .map(({ label, value }) => `${label}: ${value}`)
      .join('\n')
      .slice(0, 65_536),
  };
  tx.messages.put(message);
  const spam = refused
    ? { reason: refused.kind === 'block' ? ('blocked-sender' as const) : ('denied-sender' as const), rule: refused.pattern, at }
    : null;
  const full = { ...withMessage(blank, message), spam };
  tx.conversations.put(await takeIn(tx, { ...full, dueAt: dueAtOf(full, inbox) }, into));
}
