import type { IncomingMail } from '../../domain/mail/incoming-mail';
import type { Address } from '../../domain/model/address';
import type { Id } from '../../domain/model/ids';
import type { Attachment } from '../../domain/model/message';
import type { Seeded } from './seeded';

interface Written {
  channel: { id: Id; address: string | null; name: string };
  from: Address;
  cc?: Address[];
  at: number;
  subject: string;
  text: string;
  quotedText?: string;
  html?: string | null;
  references?: string[];
  attachments?: Attachment[];
  bulk?: boolean;
}

/** A mail of the sample as the hub's own reading would have handed it to the rule. */
export function incomingMailArgs(seeded: Seeded, { channel, from, at, ...mail }: Written): IncomingMail {
  const messageId = seeded.id(at);
  const rfcMessageId = `<${messageId}@${from.address.split('@')[1]}>`;
  return {
    kind: 'email',
    ids: { conversationId: seeded.id(at), messageId, contactId: seeded.id(at), eventId: seeded.id(at) },
    channelId: channel.id,
    receivedAt: at,
    rfcMessageId,
    // No original is kept of what never came.
    rawHash: messageId.replaceAll('-', '').repeat(2),
    from,
    to: [{ name: channel.name, address: channel.address ?? '' }],
    cc: mail.cc ?? [],
    subject: mail.subject,
    date: at - 2000,
    references: mail.references ?? [],
    text: mail.text,
    quotedText: mail.quotedText ?? '',
    html: mail.html ?? null,
    attachments: mail.attachments ?? [],
    automatic: null,
    bounceOf: null,
    bulk: mail.bulk ?? false,
    providerConfirmation: false,
    forward: null,
    repliesTo: null,
    unreadable: null,
  };
}
