import type { MailTransport } from '../mail-transport';
import { threadOf } from '../thread-of';
import type { ApiCaller } from './api-caller';
import type { MailApi } from './mail-api';

/** ms between looks into Sent for a mail whose answer was lost: it may take a moment to lie there. */
const looks = [500, 2000, 5000];

/**
 * The way out by a provider's API. Sent is looked at first, so that a mail whose answer was once lost is not sent a second time however it
 * comes to be tried again; and it is looked at again before one is said to be unknown (S54, F8).
 */
export const apiTransport =
  (api: MailApi, caller: ApiCaller): MailTransport =>
  async ({ raw: composed, bcc = [], inParts }) => {
    const { rfcMessageId, refersTo } = threadOf(composed);
    if (rfcMessageId === null) return { result: 'failed', text: 'The mail has no Message-ID' };
    // The API reads the recipients off the mail, and takes this line away before it leaves.
    const addressed = (mail: Buffer) => (bcc.length > 0 ? Buffer.concat([Buffer.from(`Bcc: ${bcc.join(',\r\n ')}\r\n`), mail]) : mail);
    const parts = inParts && (() => inParts().then(({ bare, files }) => ({ bare: addressed(bare), files })));
    try {
      if (await api.isSent(rfcMessageId)) return { result: 'sent', text: '' };
    } catch (fault) {
      return caller.keptOut(fault);
    }
    const outcome = await api.send({ raw: addressed(composed), rfcMessageId, refersTo, inParts: parts });
    if (outcome.result !== 'unknown') return outcome;
    for (const wait of looks) {
      await caller.pause(wait);
      if (await api.isSent(rfcMessageId).catch(() => false)) return { result: 'sent', text: '' };
    }
    return outcome;
  };
