import type { Readable } from 'node:stream';
import { mailLimits } from '../../../utils/mail/mail-limits';
import { SmtpError } from './smtp-error';

/** Bytes of mails being received at this moment by this process, all connections together. */
export class ReceiveBudget {
  private used = 0;
  constructor(private readonly most: number) {}

  take(bytes: number): boolean {
    if (this.used + bytes > this.most) return false;
    this.used += bytes;
    return true;
  }

  give(bytes: number) {
    this.used -= bytes;
  }
}

/** A mail from the wire, whole; reads to the end even what it will not keep, as the protocol asks. */
export async function collectMail(stream: Readable, budget: ReceiveBudget): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  let kept = 0;
  let refusal: SmtpError | undefined;
  try {
    for await (const chunk of stream as AsyncIterable<Uint8Array>) {
      size += chunk.length;
      if (size > mailLimits.size) refusal ??= new SmtpError(552, `This server takes mails of up to ${mailLimits.size / 1024 / 1024} MB`);
      else if (!refusal && !budget.take(chunk.length))
        refusal = new SmtpError(452, 'This server is taking too much mail at this moment, please try again later');
      else if (!refusal) {
        kept += chunk.length;
        chunks.push(chunk);
        continue;
      }
      chunks.length = 0;
    }
    if (refusal) throw refusal;
    return Buffer.concat(chunks, size);
  } finally {
    budget.give(kept);
  }
}

/** A mail that has been through this many servers goes in a circle (RFC 5321 6.3). */
const mostHops = 50;

export function refuseLoop(raw: Uint8Array) {
  const head = Buffer.from(raw.subarray(0, 256 * 1024)).toString('latin1');
  const end = /\r?\n\r?\n/.exec(head)?.index ?? head.length;
  if ((head.slice(0, end).match(/^received:/gim)?.length ?? 0) > mostHops)
    throw new SmtpError(554, 'This mail goes in a circle: too many Received headers');
}
