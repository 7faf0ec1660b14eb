import type { IncomingMail } from '../../../domain/mail/incoming-mail';
import type { Arrival } from '../../../utils/mail/arrival';

/** To the parse worker. */
export interface ParseJob {
  raw: Uint8Array;
  arrival: Arrival;
}

/** From it: the mail with the bytes of its files, or which limit it breaks, or that reading it failed. */
export type ParseAnswer =
  | { mail: IncomingMail; files: { hash: string; bytes: Uint8Array }[] }
  | { tooMuch: 'too-large' | 'too-many-parts' | 'too-deep' }
  | { failed: string };
