import { isSendableAddress } from '../../../domain/mail/is-sendable-address';
import type { DeliveryProblem } from '../../../domain/message/delivery-problem';
import type { Id } from '../../../domain/model/ids';
import { type Message, mostDeliveryText } from '../../../domain/model/message';
import type { OutboundMail } from '../../../domain/model/outbound-mail';
import { replyAddress, type Sign } from '../../../utils/mail/reply-token';
import { oneLine } from '../../../utils/text/one-line';
import { composeMail } from './compose-mail';
import { filesOfMail } from './files-of-mail';
import type { HandOver, MailTransport } from './mail-transport';
import type { FileStore } from './ports';
import { withSentAs } from './sent-as';

export interface SendHost {
  transport: MailTransport;
  /** The way out of a channel that has one of its own. */
  ownTransport?(channelId: Id): Promise<MailTransport | undefined>;
  files: FileStore;
  /** The message and its HTML as the store holds them now; `undefined` when the message is gone. */
  readMessage(mail: OutboundMail): Promise<{ message: Message; html: string | null } | undefined>;
  /** HMAC with the hub's key for reply tokens. */
  sign: Sign;
}

/**
 * Performs one intent to send: at most one hand-over a call, and what came of it. Whether and when there is another call is
 * the queue's to decide (`afterHandOver`). Everything that can be wrong with the mail itself is found before anything is sent.
 */
export async function sendOutboundMail(mail: OutboundMail, { transport, ownTransport, files, readMessage, sign }: SendHost): Promise<HandOver> {
  const found = await readMessage(mail);
  if (!found) return { result: 'failed', text: 'message-deleted' };
  const bad = [mail.from.address, ...mail.recipients].find((address) => !isSendableAddress(address));
  if (bad !== undefined) return { result: 'failed', text: `${'address-not-sendable' satisfies DeliveryProblem} ${bad}` };

  const missing: string[] = [];
  const bytesOf = async (hash: string) => {
    const bytes = await files.find(hash);
    if (!bytes) missing.push(hash);
    return bytes ?? new Uint8Array();
  };
  const own = await ownTransport?.(mail.channelId);
  // Of other providers nobody knows whether they take mail for `name+detail@`: there the thread is found by References alone.
  const replyTo = own ? null : replyAddress(mail.from.address, mail.conversationId, sign);
  const raw = await composeMail({ mail, ...found, replyTo, bytesOf });
  // A reply never leaves without its files (F24).
  if (missing.length > 0) return { result: 'retry', text: 'attachment-missing' };
  const bcc = found.message.bcc.map(({ address }) => address);
  const envelope = { from: mail.from.address, recipients: mail.recipients, bcc };
  if (!own) return transport({ ...envelope, raw });
  const sentAs = (composed: Buffer) => withSentAs(composed, oneLine(mail.rfcMessageId, 1000));
  const inParts = async () => ({
    bare: sentAs(await composeMail({ mail, message: { ...found.message, attachments: [] }, html: found.html, replyTo, bytesOf })),
    files: await filesOfMail(found.message, bytesOf),
  });
  return own({ ...envelope, raw: sentAs(raw), inParts });
}

/** Pauses before another try, ms: a minute at first, four hours at last, over a day in all. */
const pauses = [1, 5, 15, 30, 60, 120, 240, 240, 240, 240, 240].map((minutes) => minutes * 60_000);

/** ms between two tries of a channel that sends nothing: providers lock accounts that try too often. */
export const pauseOfStopped = 15 * 60_000;

/** What the queue does with a hand-over's result: a bounded number of further tries, then failed in the server's words. */
export function afterHandOver(
  { result, text }: HandOver,
  attempt: number,
  now: number,
): { retryAt: number } | { state: 'sent' | 'failed' | 'unknown'; text: string } {
  // Of one that left, the text names whom it was not taken for: each of them, and then the server's last words.
  const words = text.slice(0, result === 'sent' ? mostDeliveryText : 1000);
  if (result !== 'retry') return { state: result, text: words };
  const pause = pauses[attempt - 1];
  return pause === undefined ? { state: 'failed', text: words } : { retryAt: now + pause };
}
