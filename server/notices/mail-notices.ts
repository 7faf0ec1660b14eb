import { isSendableAddress } from '../../domain/mail/is-sendable-address';
import type { MailTransport } from '../channels/email/mail-transport';
import { afterHandOver } from '../channels/email/send-outbound-mail';
import { composeNotice, type NoticeSender } from './compose-notice';
import { refusesAddress } from './is-returned';
import type { NoticeQueue } from './notice-queue';
import type { Sightings } from './sightings';

export interface NoticeHost extends NoticeSender {
  queue: NoticeQueue;
  sightings: Sightings;
  /** The hub's own way out. */
  transport: MailTransport;
  now(): number;
  /** Never with an address or a mail's text. */
  report(problem: string): void;
}

/** Mails what is due to agents who are away (NTF-2). To be called every minute, by any of the hubs on the database. */
export async function mailNotices(host: NoticeHost): Promise<void> {
  const { queue, sightings, now, report } = host;
  await sightings.flush();
  const lost = await queue.giveUpExpired(now());
  if (lost > 0) report(`${lost} notice mails: their sender ended over them, whether they went out is not known`);
  await queue.forgetDone(now());
  while (await sendNext(host));
}

async function sendNext(host: NoticeHost): Promise<boolean> {
  const { queue, transport, now, report } = host;
  const notice = await queue.claim(now());
  if (!notice) return false;
  const { id, agent, attempt } = notice;
  const handedOver = isSendableAddress(agent.email)
    ? await composeNotice(notice, host).then(transport, (fault: unknown) => ({
        result: 'failed' as const,
        text: `The hub could not put it together: ${String(fault)}`,
      }))
    : { result: 'failed' as const, text: '553 5.1.3 not an address mail can be sent to' };
  const next = afterHandOver(handedOver, attempt, now());
  if ('retryAt' in next) {
    await queue.retryAt(id, next.retryAt, handedOver.text.slice(0, 1000));
    return true;
  }
  if (next.state !== 'sent') report(`notice mail ${id} ${next.state}: ${withoutAddresses(next.text)}`);
  if (next.state === 'failed' && refusesAddress(next.text)) await queue.markReturned(agent.email, now());
  await queue.settle(id, next.state, next.text);
  return true;
}

const withoutAddresses = (words: string) => words.replace(/[^\s<>"]+@[^\s<>"]+/g, '…');
