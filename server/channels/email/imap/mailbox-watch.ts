import { v7 } from 'uuid';
import type { Id } from '../../../../domain/model/ids';
import type { HubDatabase } from '../../../db/database';
import { MailboxRunner, type RunnerHost } from './mailbox-runner';
import type { MailboxRow } from './mailbox-schema';
import { mailboxChannel } from './mailboxes';

export interface WatchHost extends Omit<RunnerHost, 'owner'> {
  database: HubDatabase;
  revoke?(forgotten: MailboxRow): void;
}

/** ms between renewals of what this process works at: three of them fit into a lease. */
const beatEvery = 5_000;
/** ms between looks for mailboxes nobody works at. */
const roundEvery = 10_000;

/** Works at all mailboxes that no other hub process works at. */
export class MailboxWatch {
  private readonly owner: Id = v7();
  private readonly runners = new Map<Id, MailboxRunner>();
  private rounds: Promise<void> = Promise.resolve();
  private timers: NodeJS.Timeout[] = [];
  private closed = false;

  constructor(private readonly host: WatchHost) {}

  async start(): Promise<void> {
    await this.host.database.listen(
      mailboxChannel,
      (channelId) => void this.changed(channelId),
      () => void this.round(),
    );
    this.timers = [setInterval(() => void this.beat(), beatEvery), setInterval(() => void this.round(), roundEvery)];
    for (const timer of this.timers) timer.unref();
    await this.round();
  }

  /** Renews, lets go of what is another's now, takes what is free, and works at all that is its own. */
  round(): Promise<void> {
    return this.inTurn(async () => {
      const { mailboxes } = this.host;
      for (const forgotten of await mailboxes.forgetSignedOut()) this.host.revoke?.(forgotten);
      const own = await mailboxes.renew(this.owner);
      for (const channelId of this.runners.keys()) if (!own.has(channelId)) await this.end(channelId);
      for (const mailbox of await mailboxes.claim(this.owner)) {
        // Freed since it was renewed: what it was worked at with is not what it says now.
        await this.end(mailbox.channelId);
        own.set(mailbox.channelId, mailbox);
      }
      // Also what was claimed before: a notice may come after the round that took what it tells of, and it ended the work.
      for (const [channelId, mailbox] of own)
        if (!this.runners.has(channelId)) this.runners.set(channelId, new MailboxRunner(mailbox, { ...this.host, owner: this.owner }));
    });
  }

  /** Look into a mailbox now, if it is this process that works at it. */
  nudge(channelId: Id) {
    this.runners.get(channelId)?.nudge();
  }

  /** Whether this process works at it. */
  has = (channelId: Id) => this.runners.has(channelId);

  async close(): Promise<void> {
    this.closed = true;
    for (const timer of this.timers) clearInterval(timer);
    await this.rounds;
    await Promise.all([...this.runners.keys()].map((channelId) => this.end(channelId)));
    await this.host.mailboxes.release(this.owner);
  }

  /** Apart from the rounds, in which one mailbox that is slow to end would cost the process all the others. */
  private async beat() {
    const { mailboxes, report } = this.host;
    await mailboxes.renew(this.owner).catch((fault: unknown) => report(`mailboxes: ${String(fault)}`));
  }

  /** Signing in again frees the mailbox, so that whoever works at it begins anew with what was given. */
  private changed(channelId: Id): Promise<void> {
    return this.inTurn(() => this.end(channelId)).then(() => this.round());
  }

  private async end(channelId: Id) {
    const runner = this.runners.get(channelId);
    this.runners.delete(channelId);
    await runner?.stop();
  }

  private inTurn(run: () => Promise<void>): Promise<void> {
    this.rounds = this.rounds.then(async () => {
      if (this.closed) return;
      await run().catch((fault: unknown) => this.host.report(`mailboxes: ${String(fault)}`));
    });
    return this.rounds;
  }
}
