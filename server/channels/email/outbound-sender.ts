import { NudgedLoop } from './nudged-loop';
import type { OutboundQueue } from './ports';
import { afterHandOver, type SendHost, sendOutboundMail } from './send-outbound-mail';

export interface SenderHost extends SendHost {
  queue: OutboundQueue;
  now(): number;
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
    const handedOver = await sendOutboundMail(mail, this.host).catch((fault: unknown) => {
      report(fault instanceof Error ? (fault.stack ?? fault.message) : String(fault), mail);
      return { result: 'retry' as const, text: 'The hub could not put this mail together' };
    });
    const next = afterHandOver(handedOver, attempt, now());
    if ('retryAt' in next) await queue.retryAt(claimed, next.retryAt, handedOver.text);
    else await queue.settle(claimed, next);
    return true;
  }
}
