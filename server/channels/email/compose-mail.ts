import MailComposer from 'nodemailer/lib/mail-composer';
import type { Message } from '../../../domain/model/message';
import type { OutboundMail } from '../../../domain/model/outbound-mail';
import { oneLine } from '../../../utils/text/one-line';
import { filesOfMail } from './files-of-mail';

export interface MailToCompose {
  mail: OutboundMail;
  message: Message;
  /** Signature included: the rule added it when the reply was written. */
  html: string | null;
  /** The address with a reply token, or `null` where it did not fit. */
  replyTo: string | null;
  /** Bytes of an attachment, by hash. */
  bytesOf(hash: string): Promise<Uint8Array>;
}

/**
 * The mail as it leaves: one fixed Message-ID however often it is tried, In-Reply-To and References so that any program finds
 * its thread, text and HTML, images in place. Names and subject are one line each whatever they hold (S22). What it answers is
 * not quoted below it (docs/decisions/0011-no-quoted-original.md); written by a person, it carries no Auto-Submitted.
 */
export async function composeMail({ mail, message, html, replyTo, bytesOf }: MailToCompose): Promise<Buffer> {
  const attachments = (await filesOfMail(message, bytesOf)).map(({ name, type, inline, contentId, bytes }) => ({
    filename: name,
    content: Buffer.from(bytes),
    contentType: type,
    contentDisposition: inline ? ('inline' as const) : ('attachment' as const),
    ...(contentId ? { cid: contentId } : {}),
  }));
  const references = message.references.map((id) => oneLine(id, 1000));
  return new MailComposer({
    messageId: oneLine(mail.rfcMessageId, 1000),
    date: new Date(message.receivedAt),
    from: named(mail.from),
    to: message.to.map(named),
    cc: message.cc.map(named),
    ...(replyTo ? { replyTo: { name: oneLine(mail.from.name, 500), address: replyTo } } : {}),
    subject: oneLine(message.subject, 1000),
    ...(references.length > 0 ? { inReplyTo: references.at(-1) ?? '', references } : {}),
    text: message.text,
    ...(html ? { html } : {}),
    attachments,
    // Files and addresses are given as bytes, nothing is fetched from a path or a URL that a message names.
    disableFileAccess: true,
    disableUrlAccess: true,
  })
    .compile()
    .build();
}

const named = ({ name, address }: { name: string; address: string }) => ({ name: oneLine(name, 500), address: oneLine(address, 320) });
