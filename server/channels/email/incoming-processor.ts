import type { IncomingQueue } from './incoming-queue';
import type { IncomingMail } from './incoming-schema';
import { NudgedLoop } from './nudged-loop';
import { mostTries, type Received, type ReceiveHost, receiveAsUnreadable, receiveIncomingMail } from './receive-incoming-mail';
import { receiveTogether } from './receive-together';

export interface ProcessorHost extends ReceiveHost {
  queue: IncomingQueue;
  /** Told of every mail that could not be taken in at a try; never with its text. */
  report(problem: string, mail: { id: string; rawHash: string; tries: number }): void;
  /** Told what came of every try. */
  tried?(result: 'done' | 'put-aside' | 'failed'): void;
}

/** Pauses after a failed try, ms: soon, then calmly, then hourly for as long as it takes. */
const pauses = [1_000, 10_000];
const hourly = 3_600_000;
/** Mails of history taken in with one transaction: few waits for the disk, and who asks the hub meanwhile never waits for long. */
const together = { mails: 20, bytes: 4 * 1024 * 1024 };
const keptDone = 7 * 24 * hourly;

/** Takes accepted mails in, oldest first, one at a time; a mail that fails waits aside and the next is taken (I12). */
export class IncomingProcessor {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly loop = new NudgedLoop(
    () => this.round(),
    (fault) => {
      // The database itself is away: nothing was lost, look again soon.
      this.host.report(String(fault), { id: '', rawHash: '', tries: 0 });
      this.wakeIn(5_000);
    },
  );

  constructor(private readonly host: ProcessorHost) {}

  /** Mail has come, or the hub has started: work until nothing is due. */
  nudge = (): Promise<void> => this.loop.nudge();

  async close(): Promise<void> {
    clearTimeout(this.timer);
    await this.loop.close();
  }

  private async round() {
    clearTimeout(this.timer);
    await this.takeAllDue();
    await this.host.queue.forgetDoneBefore(this.host.now() - keptDone);
    await this.sleepUntilDue();
  }

  private async takeAllDue() {
    while (!this.loop.closed) {
      if (await this.takeHistory()) continue;
      const mail = await this.host.queue.claim(this.host.now());
      if (!mail) return;
      await this.take(mail);
    }
  }

  /** Mails of history, many at once. False: the next one goes alone. */
  private async takeHistory(): Promise<boolean> {
    const { queue, now } = this.host;
    const mails = await queue.claimHistory(now(), together);
    if (mails.length === 0) return false;
    try {
      const { received, left } = await receiveTogether(mails, this.host);
      await queue.doneTogether(received.map(({ incoming, received: { became } }) => ({ id: incoming.id, became })));
      for (const _ of received) this.host.tried?.('done');
      // The first one left has a problem of its own, or was not reached.
      const [next, ...rest] = left;
      await queue.giveBack(
        rest.map(({ id }) => id),
        now(),
      );
      if (next) await this.take(next);
    } catch (fault) {
      // One of them breaks it for all: each by itself, it is found.
      this.host.report(`${mails.length} mails are taken in one by one: ${String(fault)}`, { id: '', rawHash: '', tries: 0 });
      for (const mail of mails) await this.take(mail);
    }
    return true;
  }

  private async take(mail: IncomingMail) {
    const { queue, now } = this.host;
    try {
      const outcome = await receiveIncomingMail(mail, this.host);
      if ('problem' in outcome) await this.putAside(mail, outcome.problem);
      else await queue.done(mail.id, outcome.became);
      this.host.tried?.('problem' in outcome ? 'put-aside' : 'done');
    } catch (fault) {
      const problem = fault instanceof Error ? (fault.stack ?? fault.message) : String(fault);
      this.host.report(problem, mail);
      this.host.tried?.('failed');
      const shown = mail.tries === mostTries ? await this.shownAsUnreadable(mail) : undefined;
      if (shown) await queue.done(mail.id, shown.became);
      else await queue.tryAgain(mail.id, now() + (pauses[mail.tries - 1] ?? hourly), problem);
    }
  }

  private async putAside(mail: IncomingMail, problem: string) {
    this.host.report(problem, mail);
    await this.host.queue.tryAgain(mail.id, this.host.now() + (pauses[mail.tries - 1] ?? hourly), problem);
  }

  private async shownAsUnreadable(mail: IncomingMail): Promise<Received | undefined> {
    try {
      return await receiveAsUnreadable(mail, this.host);
    } catch (fault) {
      this.host.report(String(fault), mail);
      return undefined;
    }
  }

  private async sleepUntilDue() {
    const due = await this.host.queue.nextDue(this.host.now());
    if (due !== undefined) this.wakeIn(Math.min(Math.max(due - this.host.now(), 100), 60_000));
  }

  private wakeIn(ms: number) {
    clearTimeout(this.timer);
    if (this.loop.closed) return;
    this.timer = setTimeout(() => void this.nudge(), ms);
    this.timer.unref();
  }
}
