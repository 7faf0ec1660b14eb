import type { MailboxProblem } from '../../../domain/model/mailbox';
import type { HandOver } from './mail-transport';
import { NudgedLoop } from './nudged-loop';
import type { ClaimedMail, OutboundQueue } from './ports';
import { afterHandOver, pauseOfStopped, type SendHost, sendOutboundMail } from './send-outbound-mail';

export interface SenderHost extends SendHost {
  queue: OutboundQueue;
  now(): number;
  /** Keeps what a hand-over told of its channel; answers whether that sends nothing now, so that its mails wait, however long. */
  recordSending?(claimed: ClaimedMail, problem: MailboxProblem | null): Promise<boolean>;
  report(problem: string, mail: { id: string }): void;
}

/** Sends what is queued, one mail after the other; a mail that fails waits aside and the next one goes (I12). */
export class OutboundSender {
  private readonly loop = new NudgedLoop(
    async () => {
      while (!this.loop.closed && (await this.sendNext()));
      await this.wakeForNext();
    },
    (fault) => this.host.report(String(fault), { id: '' }),
  );
  private readonly timer: ReturnType<typeof setInterval>;
  /** Wakes it when the next held mail may go: on time, not at the next look. */
  private due: ReturnType<typeof setTimeout> | undefined;

  /** `every`: ms between looks at the queue when nobody nudges; a poke can be lost, a mail must not be. */
  constructor(
    private readonly host: SenderHost,
    private readonly every = 5_000,
  ) {
    this.timer = setInterval(() => void this.nudge(), every);
    this.timer.unref();
  }

  /** Something was queued: send until nothing is due. */
  nudge = (): Promise<void> => this.loop.nudge();

  /** Finishes the mail it is at: half a hand-over would end as unknown. */
  async close(): Promise<void> {
    clearInterval(this.timer);
    clearTimeout(this.due);
    await this.loop.close();
  }

  private async wakeForNext() {
    const { queue, now } = this.host;
    const due = await queue.nextDue();
    clearTimeout(this.due);
    if (due === undefined || this.loop.closed) return;
    const wait = Math.max(0, due - now());
    if (wait >= this.every) return;
    this.due = setTimeout(() => void this.nudge(), wait);
    this.due.unref();
  }

  private async sendNext(): Promise<boolean> {
    const { queue, now, report } = this.host;
    const claimed = await queue.claim(now());
    if (!claimed) return false;
    const { mail, attempt } = claimed;
    // A fault in composing came before anything was handed over; the transport answers every fault of its own.
    const handedOver = await sendOutboundMail(mail, this.host).catch((fault: unknown): HandOver => {
      report(fault instanceof Error ? (fault.stack ?? fault.message) : String(fault), mail);
      return { result: 'retry', text: 'mail-not-made' };
    });
    const stopped = handedOver.result === 'retry' && (await this.learn(claimed, handedOver));
    const next = stopped ? { putOffTo: now() + pauseOfStopped } : afterHandOver(handedOver, attempt, now());
    if ('putOffTo' in next) await queue.putOff(claimed, next.putOffTo, handedOver.text);
    else if ('retryAt' in next) await queue.retryAt(claimed, next.retryAt, handedOver.text);
    else {
      await queue.settle(claimed, next);
      await this.learn(claimed, handedOver);
    }
    return true;
  }

  /** Where that cannot be kept, what became of the mail is kept all the same. */
  private async learn(claimed: ClaimedMail, { problem }: HandOver): Promise<boolean> {
    if (problem === undefined || !this.host.recordSending) return false;
    return this.host.recordSending(claimed, problem).catch((fault: unknown) => {
      this.host.report(String(fault), claimed.mail);
      return false;
    });
  }
}
