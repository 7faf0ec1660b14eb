import { blankMessage } from '../message/blank-message';
import { foldAddress } from '../model/address';
import type { Conversation } from '../model/conversation';
import type { Id } from '../model/ids';
import type { Message } from '../model/message';
import type { IncomingMail } from './incoming-mail';
import type { LoggedMail } from './logged-as';

/** A mail as an entry of its thread, written by its sender, who is `contactId` where they are known. */
export const messageOfMail = (conversation: Conversation, mail: IncomingMail, logged: LoggedMail, contactId: Id | null): Message => ({
  ...blankMessage,
  id: mail.ids.messageId,
  space: conversation.space,
  conversationId: conversation.id,
  kind: 'email',
  direction: 'in',
  author: { kind: 'contact', contactId, name: logged.from.name, address: foldAddress(logged.from.address) || null },
  receivedAt: mail.receivedAt,
  claimedAt: logged.date ?? mail.date,
  to: logged.to,
  cc: logged.cc,
  subject: logged.subject,
  text: logged.text,
  quotedText: logged.quotedText,
  htmlSize: logged.html?.length ?? 0,
  attachments: mail.attachments,
  rfcMessageId: mail.rfcMessageId,
  references: mail.references,
  automatic: mail.automatic,
  forwardedBy: logged.forwardedBy,
  rawHash: mail.logged ? null : mail.rawHash,
  unreadable: mail.unreadable,
  ...(mail.cut ? { cut: mail.cut } : {}),
  ...(mail.logged ? { logged: { by: mail.logged.by, at: mail.logged.at } } : {}),
  ...(mail.logged?.seenIn ? { seenIn: [mail.logged.seenIn] } : {}),
});
