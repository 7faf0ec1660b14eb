import { fromOf } from '../../domain/mail/from-of';
import type { Address } from '../../domain/model/address';
import type { Agent } from '../../domain/model/agent';
import type { Channel } from '../../domain/model/channel';
import type { Message } from '../../domain/model/message';
import { mailFile } from '../mail/mail-file';

/** What a mail is made from where it is not here as it came: its row, its HTML and the files of it that are here. */
export interface KnownOfMail {
  message: Message;
  html: string;
  channel: Channel | undefined;
  agents: ReadonlyMap<string, Agent>;
  files: ReadonlyMap<string, Uint8Array>;
}

/** A mail of ours, or one whose original is on the hub, as a file mail programs read. */
export function mailOfMessage({ message, html, channel, agents, files }: KnownOfMail): string {
  const { to, cc, bcc, subject, text, quotedText, references, rfcMessageId, attachments } = message;
  const sent = { from: fromOfMessage(message, channel, agents), at: message.claimedAt ?? message.receivedAt, messageId: rfcMessageId };
  const words = quotedText === '' ? text : `${text}\n\n${quotedText}`;
  const parts = attachments.flatMap(({ hash, ...attachment }) => {
    const bytes = hash === null ? undefined : files.get(hash);
    return bytes ? [{ ...attachment, bytes }] : [];
  });
  const mail = { to, cc, bcc, subject, text: words, quote: '', html, references, inReplyTo: references.at(-1) ?? null, files: parts, sent };
  return mailFile(mail, `samtale-${message.id}`);
}

function fromOfMessage({ author }: Message, channel: Channel | undefined, agents: KnownOfMail['agents']): Address {
  const address = channel?.address ?? 'unknown@this-computer.invalid';
  if (author.kind === 'contact' || author.kind === 'team') return { name: author.name, address: author.address ?? address };
  const agent = author.kind === 'agent' ? agents.get(author.agentId) : undefined;
  if (agent && channel) return fromOf({ ...channel, address }, agent);
  return { name: agent?.name ?? '', address };
}
