import type { IncomingMail } from '../../domain/mail/incoming-mail';
import type { Attachment } from '../../domain/model/message';
import { truncate } from '../text/truncate';
import { type Arrival, envelopeOf } from './arrival';

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
