import type { Tx } from '../core/tx';
import type { Inbox } from '../model/inbox';
import type { Message } from '../model/message';
import type { IncomingMail } from './incoming-mail';
import { keepMail } from './keep-mail';
import { messageOfMail } from './message-of-mail';
import { withoutOtherInboxes } from './without-other-inboxes';

const mostSeen = 20;

/**
 * A mail this inbox has already comes again. What was logged from a page was perhaps less than all of it: the mail itself brings what was missing, its
 * Message-ID above all, and it stays one message in its place. What is hidden stays so.
 */
export async function completeMail(tx: Tx, known: Message, mail: IncomingMail, inbox: Inbox): Promise<void> {
  const conversation = await tx.conversations.get(known.conversationId);
  const ids = { ...mail.ids, messageId: known.id };
  const seen = mail.logged?.seenIn;
  const there = known.seenIn ?? [];
  const isNew = seen && there.length < mostSeen && !there.some((one) => one.provider === seen.provider && one.account === seen.account);
  const message = isNew ? { ...known, seenIn: [...there, seen] } : known;

  // Only of a log anything can be missing, until the mail itself was here.
  const isNamed = known.rfcMessageId === null && mail.rfcMessageId !== null;
  const brings = known.logged !== undefined && known.rawHash === null && (isNamed || !mail.logged);
  const keep = (next: Message, html: string | null) =>
    keepMail(tx, { ...mail, ids }, { conversation: withFilesOf(conversation, known, next), message: next, html, inboxId: inbox.id });
  if (brings && known.hidden) return keep({ ...message, rfcMessageId: mail.rfcMessageId }, null);
  if (!brings) {
    // Of what came by itself nothing is missing, whatever a page names.
    const isWhole = known.logged === undefined || known.rawHash !== null || known.hidden || known.attachments.length > 0;
    const next = isWhole || !mail.logged ? message : { ...message, attachments: mail.attachments };
    tx.messages.put(next);
    tx.conversations.put(withFilesOf(conversation, known, next));
    return;
  }
  const plain = await withoutOtherInboxes(tx, { ...mail, forwardedBy: null, passedOn: false }, inbox);
  const fresh = messageOfMail(conversation, { ...mail, ids }, plain, null);
  keep(
    {
      ...message,
      to: fresh.to,
      cc: fresh.cc,
      subject: fresh.subject,
      text: fresh.text,
      quotedText: fresh.quotedText,
      htmlSize: fresh.htmlSize || known.htmlSize,
      attachments: fresh.attachments.length > 0 ? fresh.attachments : known.attachments,
      claimedAt: fresh.claimedAt ?? known.claimedAt,
      rfcMessageId: fresh.rfcMessageId,
      references: fresh.references,
      rawHash: fresh.rawHash,
      ...(fresh.cut ? { cut: fresh.cut } : {}),
    },
    mail.html,
  );
}

const filesOf = ({ attachments }: Message) => attachments.filter(({ inline }) => !inline).length;
const withFilesOf = <Row extends { attachmentCount: number }>(row: Row, before: Message, after: Message): Row => ({
  ...row,
  attachmentCount: row.attachmentCount + filesOf(after) - filesOf(before),
});
