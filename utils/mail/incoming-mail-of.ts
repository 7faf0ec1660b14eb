import type { IncomingMail } from '../../domain/mail/incoming-mail';
import type { Address } from '../../domain/model/address';
import type { Id } from '../../domain/model/ids';
import type { Attachment } from '../../domain/model/message';
import { truncate } from '../text/truncate';
import { mailLimits } from './mail-limits';
import type { ParsedMail } from './parsed-mail';
import { isProviderConfirmation } from './provider-confirmation';
import { readBounce } from './read-bounce';
import { recogniseAutomatic } from './recognise-automatic';
import { splitQuote } from './split-quote';

/** What the host knows of a mail beside its own words. */
export interface Arrival {
  ids: IncomingMail['ids'];
  channelId: Id;
  receivedAt: number;
  rawHash: string;
  /** Envelope sender: '' for a bounce, `null` where the way in has no envelope. */
  envelopeFrom: string | null;
  /** The conversation a reply token of ours named and its signature proved. */
  repliesTo: Id | null;
  /** Where it lay in a team's own mailbox. */
  mailbox?: NonNullable<IncomingMail['mailbox']>;
}

/** What was found inside a forwarded mail (CHN-5). */
export interface ForwardedMail {
  from: Address;
  to: Address[];
  subject: string;
  text: string;
  date: number | null;
}

/** A parsed mail as the arguments of `receiveMessage`; every field within the rule's bounds, whatever the mail holds. */
export function incomingMailOf(mail: ParsedMail, arrival: Arrival, attachments: Attachment[], forwarded: ForwardedMail | null): IncomingMail {
  const { automatic, bulk } = recogniseAutomatic(mail, arrival.envelopeFrom);
  const { text, quotedText } = splitQuote(mail.text);
  const html = mail.html !== null && mail.html.length <= mailLimits.html ? mail.html.replaceAll('\0', '') : null;
  const cut = {
    text: mail.textGoesOn || text.length > mailLimits.storedText || quotedText.length > mailLimits.storedText,
    html: html === null ? (mail.html?.length ?? 0) : 0,
    files: Math.max(0, mail.files.length - mailLimits.namedFiles),
    recipients: mail.recipientsLeftOut,
  };
  return {
    ...envelopeOf(arrival),
    rfcMessageId: mail.messageId,
    from: mail.from ?? { name: '', address: truncate(arrival.envelopeFrom ?? '', 320) },
    to: mail.to,
    cc: mail.cc,
    subject: mail.subject,
    date: mail.date,
    references: mail.references,
    text: stored(text),
    quotedText: stored(quotedText),
    html,
    attachments,
    ...(Object.values(cut).some(Boolean) ? { cut } : {}),
    automatic,
    bounceOf: automatic === 'bounce' ? readBounce(mail) : null,
    bulk,
    providerConfirmation: isProviderConfirmation(mail),
    // The HTML of what was forwarded is the whole mail's: nothing cuts it out of its wrapper safely.
    forward: forwarded && automatic === null ? { ...forwarded, text: stored(forwarded.text), html } : null,
    unreadable: null,
  };
}

/** A mail nobody could read: its envelope, and the raw file to look at. */
export function unreadableMailOf(arrival: Arrival, unreadable: NonNullable<IncomingMail['unreadable']>, raw: Attachment): IncomingMail {
  return {
    ...envelopeOf(arrival),
    rfcMessageId: null,
    from: { name: '', address: truncate(arrival.envelopeFrom ?? '', 320) },
    to: [],
    cc: [],
    subject: '',
    date: null,
    references: [],
    text: '',
    quotedText: '',
    html: null,
    attachments: [raw],
    automatic: null,
    bounceOf: null,
    bulk: false,
    providerConfirmation: false,
    forward: null,
    unreadable,
  };
}

const envelopeOf = ({ ids, channelId, receivedAt, rawHash, repliesTo, mailbox }: Arrival) => ({
  kind: 'email' as const,
  ids,
  channelId,
  receivedAt,
  rawHash,
  repliesTo,
  ...(mailbox ? { mailbox } : {}),
});

/** PostgreSQL has no NUL in text. */
const stored = (text: string) => truncate(text.replaceAll('\0', ''), mailLimits.storedText);
