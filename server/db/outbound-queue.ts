import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { v7 } from 'uuid';
import type { Id } from '../../domain/model/ids';
import type { Delivery } from '../../domain/model/message';
import type { OutboundMail } from '../../domain/model/outbound-mail';
import type { ClaimedMail, OutboundQueue } from '../channels/email/ports';
import { actAsHost } from '../sync/act-as-host';
import type { DrizzleHubStore } from './drizzle-hub-store';
import type { DrizzleHubTransaction } from './drizzle-hub-transaction';
import { isQueuedOf } from './release-mails';
import { rowsOf } from './rows-of';

/** ms; longer than any hand-over can take. Whoever holds a mail longer is dead, and what became of it nobody knows. */
export const sendingLease = 10 * 60_000;

interface Outcome {
  state: 'sent' | 'failed' | 'unknown';
  text: string;
}

/** The outbound table's states: queued → sending (lease) → sent | failed | unknown. Nothing ever goes from sending back by time alone (I2). */
export class DrizzleOutboundQueue implements OutboundQueue {
  constructor(
    private readonly store: DrizzleHubStore,
    private readonly now: () => number = Date.now,
    /** Awaited after a mail is claimed and before it is handed out. */
    private readonly beforeSending: () => Promise<void> = async () => undefined,
  ) {}

  async claim(now: number): Promise<ClaimedMail | undefined> {
    for (;;) {
      const claimed = await this.store.transaction('all', (transaction) => this.take(transaction, now));
      if (claimed === 'taken') continue;
      if (claimed) await this.beforeSending();
      return claimed;
    }
  }

  async nextDue(): Promise<number | undefined> {
    const [row] = await this.store.transaction('all', ({ db }) =>
      rowsOf<{ due: string | null }>(db, sql`select min(not_before) as due from outbound_state where state = 'queued'`),
    );
    return row?.due == null ? undefined : Number(row.due);
  }

  async retryAt(claimed: ClaimedMail, at: number, words: string): Promise<void> {
    await this.store.transaction('all', (transaction) => this.queueAgain(transaction, claimed, { at, words, uncounted: 0 }));
  }

  async putOff(claimed: ClaimedMail, at: number, words: string): Promise<void> {
    await this.store.transaction('all', async (transaction) => {
      await this.queueAgain(transaction, claimed, { at, words, uncounted: 1 });
      await transaction.db.execute(
        sql`update outbound_state set not_before = ${at} where not_before < ${at} and ${isQueuedOf(claimed.mail.channelId)}`,
      );
    });
  }

  async settle({ mail }: ClaimedMail, outcome: Outcome): Promise<void> {
    await this.store.transaction('all', (transaction) => this.end(transaction, mail, outcome, ['sending', 'unknown']));
  }

  /** Mails whose sender died over them: what became of them, nobody knows. A person decides (F8). */
  async giveUpExpired(now: number): Promise<number> {
    return this.endAll(sql`state = 'sending' and leased_until < ${now}`, ['sending']);
  }

  /** The database is an older one than it was: what was unsent in it may have gone out since, so a person decides (K12). */
  async recordHeld(): Promise<number> {
    return this.endAll(sql`state = 'held'`, ['held']);
  }

  /** Only where no other process can be sending: the embedded database, at its start. */
  async giveUpSending(): Promise<number> {
    return this.endAll(sql`state = 'sending'`, ['sending']);
  }

  /**
   * The message says *sending* in the same transaction: from then on nobody takes it back (X11). Space first, then the mail, as whoever takes one
   * back does; `taken`: another process was quicker.
   */
  private async take(transaction: DrizzleHubTransaction, now: number): Promise<ClaimedMail | 'taken' | undefined> {
    const { db, reader } = transaction;
    const [next] = await rowsOf<{ id: string }>(
      db,
      sql`select id from outbound_state where state = 'queued' and not_before <= ${now} order by at, id limit 1`,
    );
    if (!next) return undefined;
    const mail = await reader.find('outboundMails', next.id);
    const inbox = mail && (await reader.find('inboxes', mail.inboxId));
    if (!mail || !inbox) throw new Error(`outbound mail ${next.id} has lost its intent or its inbox`);
    await this.record(transaction, mail, inbox.workspaceId, { state: 'sending', text: '' });
    const [row] = await rowsOf<{ attempts: number }>(
      db,
      sql`update outbound_state set state = 'sending', lease = ${randomUUID()}, leased_until = ${now + sendingLease}, attempts = attempts + 1, at = ${now}
          where id = ${next.id} and state = 'queued' returning attempts`,
    );
    return row ? { mail, workspaceId: inbox.workspaceId, attempt: row.attempts } : 'taken';
  }

  private async queueAgain(
    transaction: DrizzleHubTransaction,
    { mail, workspaceId }: ClaimedMail,
    { at, words, uncounted }: { at: number; words: string; uncounted: number },
  ) {
    await this.record(transaction, mail, workspaceId, { state: 'queued', text: words.slice(0, 1000) });
    await transaction.db.execute(
      sql`update outbound_state set state = 'queued', lease = null, leased_until = null, not_before = ${at}, at = ${this.now()}, text = ${words},
          attempts = attempts - ${uncounted}
          where id = ${mail.id} and state = 'sending'`,
    );
  }

  private async endAll(which: ReturnType<typeof sql>, from: string[]): Promise<number> {
    const ids = await this.store.transaction('all', ({ db }) => rowsOf<{ id: string }>(db, sql`select id from outbound_state where ${which}`));
    for (const { id } of ids) {
      await this.store.transaction('all', async (transaction) => {
        const mail = await transaction.reader.find('outboundMails', id);
        if (mail) await this.end(transaction, mail, { state: 'unknown', text: '' }, from);
      });
    }
    return ids.length;
  }

  /** State and message in one transaction. A conversation that is gone has no message to write on; the state stands all the same. */
  private async end(transaction: DrizzleHubTransaction, mail: OutboundMail, { state, text }: Outcome, from: string[]) {
    const at = this.now();
    const ended = await rowsOf(
      transaction.db,
      sql`update outbound_state set state = ${state}, lease = null, leased_until = null, at = ${at}, text = ${text}
          where id = ${mail.id} and state in ${from} returning id`,
    );
    if (ended.length === 0) return;
    const inbox = await transaction.reader.find('inboxes', mail.inboxId);
    if (inbox) await this.record(transaction, mail, inbox.workspaceId, { state, text });
  }

  private async record(
    transaction: DrizzleHubTransaction,
    { messageId, conversationId }: OutboundMail,
    workspaceId: Id,
    { state, text }: Pick<Delivery, 'state' | 'text'>,
  ) {
    const args = { messageId, conversationId, state, text };
    await actAsHost(transaction, { name: 'recordDelivery', args, workspaceId, uuid: v7(), at: this.now() });
  }
}
