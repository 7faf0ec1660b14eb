import type { IncomingMail } from '../../domain/mail/incoming-mail';
import type { Id } from '../../domain/model/ids';

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

/** The fields every mail has, read or not. */
export const envelopeOf = ({ ids, channelId, receivedAt, rawHash, repliesTo, mailbox }: Arrival) => ({
  kind: 'email' as const,
  ids,
  channelId,
  receivedAt,
  rawHash,
  repliesTo,
  ...(mailbox ? { mailbox } : {}),
});
