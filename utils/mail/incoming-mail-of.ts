import type { IncomingMail } from '../../domain/mail/incoming-mail';
import type { Address } from '../../domain/model/address';
import type { Attachment } from '../../domain/model/message';
import { truncate } from '../text/truncate';
import { type Arrival, envelopeOf } from './arrival';
import { mailLimits } from './mail-limits';
import type { ParsedMail } from './parsed-mail';
import { isProviderConfirmation } from './provider-confirmation';
import { readBounce } from './read-bounce';
import { recogniseAutomatic } from './recognise-automatic';
import { splitQuote } from './split-quote';

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

/** PostgreSQL has no NUL in text. */
const stored = (text: string) => truncate(text.replaceAll('\0', ''), mailLimits.storedText);
