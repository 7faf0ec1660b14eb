import { v7 } from 'uuid';
import type { MailboxProblem } from '../../../../domain/model/mailbox';
import type { ArgsOf } from '../../../../domain/mutations';
import { actAsHost } from '../../../sync/act-as-host';
import type { HubStore } from '../../../sync/hub-store';
import { MailboxLost } from './catch-up';
import { needsPerson, ofPassword, problemOf, quietFailures } from './mailbox-fault';
import type { MailboxLine } from './mailbox-line';
import type { MailboxRow } from './mailbox-schema';
import { type LineHost, openLine } from './open-line';
import { Wake } from './wake';

/** ms */
export const runnerTimes = {
  /** Between looks at folders that tell nothing by themselves. */
  look: 60_000,
  /** Between questions to a provider's API, which tells nothing by itself either. */
  ask: 5_000,
  /** Pauses after a failure: soon, then calmly. */
  pauses: [5_000, 15_000, 60_000, 300_000, 900_000],
  /** After a refused sign-in: providers lock accounts that try too often. */
  refused: 900_000,
};

export interface RunnerHost extends Omit<LineHost, 'stopped'> {
  store: HubStore;
  report(problem: string): void;
  times?: Partial<typeof runnerTimes>;
}

const mostAtOnce = { mails: 100, bytes: 20 * 1024 * 1024 };

/** Keeps one mailbox: takes over what is there, then hears of what comes, and begins anew after every break. */
export class MailboxRunner {
  private readonly wake = new Wake();
  private readonly running: Promise<void>;
  private line: MailboxLine | undefined;
  private stopped = false;
  private failures = 0;
  private archiveIn = false;
  private limits = mostAtOnce;

  constructor(
    private readonly mailbox: MailboxRow,
    private readonly host: RunnerHost,
  ) {
    this.running = this.run();
  }

  /** Look now. */
  nudge() {
    this.wake.wake();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    this.wake.wake();
    this.line?.close();
    await this.running;
  }

  private get times() {
    return { ...runnerTimes, ...this.host.times };
  }

  private async run() {
    while (!this.stopped) {
      try {
        await this.session();
      } catch (fault) {
        if (this.stopped) return;
        if (fault instanceof MailboxLost) return;
        // The line's own end is no reason to look at once: it would leave no pause at all.
        this.wake.clear();
        await this.wake.sleep(await this.afterFailure(fault));
      }
    }
  }

  private async session() {
    const { wake } = this;
    const line = await this.connected();
    try {
      while (!this.stopped) {
        wake.clear();
        await this.lookAndTake(line);
        this.failures = 0;
        await line.rest();
      }
    } finally {
      line.close();
    }
  }

  /** A token may be taken back before its end: a fresh one decides whether the consent is over. */
  private async connected(fresh = false): Promise<MailboxLine> {
    const { wake, times, mailbox } = this;
    const line = await openLine(mailbox, { ...this.host, stopped: () => this.stopped }, { wake, times });
    this.line = line;
    try {
      await line.connect();
      return line;
    } catch (fault) {
      line.close();
      if (fresh || this.stopped || !mailbox.oauth || !mailbox.settings || !ofPassword.has(problemOf(fault, 'imap').code)) throw fault;
      this.host.provider.tokens.drop(mailbox.channelId);
      return this.connected(true);
    }
  }

  private async lookAndTake(line: MailboxLine) {
    const { count, archive, take } = await line.look(await this.wantsArchive());
    if (count > mostAtOnce.mails) await this.record({ state: 'importing' });
    await take(() => this.limits);
    this.limits = mostAtOnce;
    if (this.stopped) return;
    if (archive) await this.record({ state: 'archive', found: archive === 'through' });
    await this.record({ state: 'working' });
  }

  /** Once it is all in, nobody asks for it but by signing in again, and then another one works here. */
  private async wantsArchive(): Promise<boolean> {
    if (this.archiveIn) return false;
    const channel = await this.host.store.transaction('all', ({ reader }) => reader.find('channels', this.mailbox.channelId));
    this.archiveIn = channel?.mailbox?.archived !== 'wanted';
    return !this.archiveIn;
  }

  /** How long to wait, ms. */
  private async afterFailure(fault: unknown): Promise<number> {
    const problem = this.problemOf(fault);
    this.failures += 1;
    // Perhaps it was too much at once for this line.
    this.limits = { mails: Math.max(1, this.limits.mails >> 2), bytes: Math.max(1, this.limits.bytes >> 2) };
    this.host.report(`mailbox ${this.mailbox.channelId}: ${problem.code} ${problem.words || causeIn(fault, problem)}`);
    const serious = needsPerson.has(problem.code);
    if (serious || this.failures > quietFailures) await this.record({ state: 'failing', problem });
    if (serious) return this.times.refused;
    const { pauses } = this.times;
    return (pauses[Math.min(this.failures, pauses.length) - 1] ?? 60_000) * (0.8 + 0.4 * Math.random());
  }

  /** A token that its mail servers do not take is a consent that has ended; no password would help. */
  private problemOf(fault: unknown): MailboxProblem {
    const { oauth } = this.mailbox;
    const problem = problemOf(fault, oauth?.access === 'api' ? oauth.provider : 'imap');
    return oauth && ofPassword.has(problem.code) ? { ...problem, code: 'consent-ended' } : problem;
  }

  private async record(standing: ArgsOf<'recordMailbox'>['standing']) {
    const { channelId, workspaceId } = this.mailbox;
    const at = this.host.now();
    await this.host.store
      .transaction('all', (transaction) =>
        actAsHost(transaction, { name: 'recordMailbox', args: { channelId, standing, signedIn: false }, workspaceId, uuid: v7(), at }),
      )
      .catch((fault: unknown) => this.host.report(`mailbox ${channelId}: ${String(fault)}`));
  }
}

/** For the log; of what is the hub's own, where it came from. */
const causeIn = (fault: unknown, { code }: MailboxProblem) =>
  fault instanceof Error ? (code === 'hub-fault' && fault.stack) || fault.message : String(fault);
