import type { ImapFlow } from 'imapflow';
import { v7 } from 'uuid';
import type { MailboxProblemCode } from '../../../../domain/model/mailbox';
import type { ArgsOf } from '../../../../domain/mutations';
import { actAsHost } from '../../../sync/act-as-host';
import type { HubStore } from '../../../sync/hub-store';
import { type CatchUpHost, lookInto, MailboxLost } from './catch-up';
import { type ImapPolicy, imapConnection } from './imap-connection';
import { openFolder } from './list-mails';
import { MailboxFault, problemOf } from './mailbox-fault';
import type { MailboxRow } from './mailbox-schema';
import { Wake } from './wake';

/** ms */
export const runnerTimes = {
  /** Between looks at folders that tell nothing by themselves. */
  look: 60_000,
  /** Pauses after a failure: soon, then calmly. */
  pauses: [5_000, 15_000, 60_000, 300_000, 900_000],
  /** After a refused sign-in: providers lock accounts that try too often. */
  refused: 900_000,
};

export interface RunnerHost extends Omit<CatchUpHost, 'stopped'> {
  store: HubStore;
  policy: ImapPolicy;
  report(problem: string): void;
  times?: Partial<typeof runnerTimes>;
}

/** A person has to do something about these; the others may go by themselves, and are told of when they have come three times in a row. */
const needsPerson = new Set<MailboxProblemCode>([
  'sign-in-refused',
  'app-password-needed',
  'passwords-not-taken',
  'password-lost',
  'bad-certificate',
  'no-encryption',
]);
const quietFailures = 2;
const mostAtOnce = { mails: 100, bytes: 20 * 1024 * 1024 };

/** Keeps one mailbox: takes over what is there, then hears of what comes (IDLE), and begins anew after every break. */
export class MailboxRunner {
  private readonly wake = new Wake();
  private readonly running: Promise<void>;
  private client: ImapFlow | undefined;
  private stopped = false;
  private failures = 0;
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
    this.client?.close();
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
        await this.wake.sleep(await this.afterFailure(fault));
      }
    }
  }

  private async session() {
    const password = this.host.mailboxes.passwordOf(this.mailbox);
    if (password === undefined) throw new MailboxFault({ code: 'password-lost', server: 'imap', words: '' });
    const client = imapConnection(this.mailbox.settings, password, this.host.policy);
    this.client = client;
    let broken: unknown;
    client.on('error', (fault) => {
      broken ??= fault;
    });
    client.on('close', this.wake.wake);
    client.on('exists', this.wake.wake);
    try {
      await client.connect();
      while (!this.stopped) {
        this.wake.clear();
        await this.lookAndTake(client);
        this.failures = 0;
        await this.idle(client);
        if (!client.usable) throw broken ?? new Error('closed');
      }
    } catch (fault) {
      // What broke the line says more than that it is broken.
      throw broken ?? fault;
    } finally {
      client.close();
    }
  }

  private async lookAndTake(client: ImapFlow) {
    const { count, take } = await lookInto(client, this.mailbox, { ...this.host, stopped: () => this.stopped });
    if (count > mostAtOnce.mails) await this.record({ state: 'importing' });
    await take(() => this.limits);
    this.limits = mostAtOnce;
    if (!this.stopped) await this.record({ state: 'working' });
  }

  /** Until the server tells of something, somebody nudges, or it is time to look at Sent. */
  private async idle(client: ImapFlow) {
    if (client.mailbox && client.mailbox.path !== 'INBOX') await openFolder(client, 'INBOX');
    const idling = client.idle().catch(() => undefined);
    await this.wake.sleep(this.times.look);
    // Any command ends an IDLE; the next look begins with one. What is closed ends by itself.
    void idling;
  }

  /** How long to wait, ms. */
  private async afterFailure(fault: unknown): Promise<number> {
    const problem = problemOf(fault, 'imap');
    this.failures += 1;
    // Perhaps it was too much at once for this line.
    this.limits = { mails: Math.max(1, this.limits.mails >> 2), bytes: Math.max(1, this.limits.bytes >> 2) };
    this.host.report(`mailbox ${this.mailbox.channelId}: ${problem.code} ${problem.words || (fault instanceof Error ? fault.message : '')}`);
    const serious = needsPerson.has(problem.code);
    if (serious || this.failures > quietFailures) await this.record({ state: 'failing', problem });
    if (serious) return this.times.refused;
    const { pauses } = this.times;
    return (pauses[Math.min(this.failures, pauses.length) - 1] ?? 60_000) * (0.8 + 0.4 * Math.random());
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
