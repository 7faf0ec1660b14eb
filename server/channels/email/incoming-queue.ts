import { and, asc, eq, inArray, lte, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Id } from '../../../domain/model/ids';
import type { Database } from '../../db/database';
import { type Became, type IncomingMail, incomingMails } from './incoming-schema';

/** For how long one process may be busy with a mail before another takes it over, ms. */
const lease = 60_000;

/** As the indexes say it: a value bound to a statement would not always be seen to be the same. */
const waiting = sql`${incomingMails.state} = 'waiting'`;

/** Mail accepted and not yet in a conversation. */
export class IncomingQueue {
  constructor(private readonly db: Database) {}

  /** All rows of one mail at once: accepted for every inbox, or for none. */
  async add(mails: (typeof incomingMails.$inferInsert)[]): Promise<void> {
    await this.db.insert(incomingMails).values(mails);
  }

  /** Those that are not there yet: their ids say which they are. */
  async addOnce(mails: (typeof incomingMails.$inferInsert)[]): Promise<void> {
    await this.db.insert(incomingMails).values(mails).onConflictDoNothing();
  }

  async find(ids: readonly Id[]): Promise<IncomingMail[]> {
    if (ids.length === 0) return [];
    return this.db
      .select()
      .from(incomingMails)
      .where(inArray(incomingMails.id, [...ids]));
  }

  /**
   * The oldest mail whose time has come, for this process alone; counts as a try. An answer waits for the mail it answers while that
   * one is being taken in: two hubs that took both at once would make two conversations of one thread.
   */
  async claim(now: number): Promise<IncomingMail | undefined> {
    const next = this.db
      .select({ id: incomingMails.id })
      .from(incomingMails)
      .where(and(waiting, lte(incomingMails.dueAt, now), this.mayGo(now)))
      .orderBy(asc(incomingMails.rank), asc(incomingMails.receivedAt), asc(incomingMails.id))
      .limit(1)
      .for('update', { skipLocked: true });
    const [claimed] = await this.db
      .update(incomingMails)
      .set({ dueAt: now + lease, tries: sql`${incomingMails.tries} + 1` })
      .where(eq(incomingMails.id, next))
      .returning();
    return claimed;
  }

  /**
   * The next mails of history, in order, to be taken in together; none where that has to go one by one. Today's mail goes before all of it. One
   * that was tried before goes alone: had it taken the process down, the others must not be held for guilty (S32).
   */
  async claimHistory(now: number, most: { mails: number; bytes: number }): Promise<IncomingMail[]> {
    return this.db.transaction(async (db) => {
      const next = await db
        .select()
        .from(incomingMails)
        .where(and(waiting, lte(incomingMails.dueAt, now)))
        .orderBy(asc(incomingMails.rank), asc(incomingMails.receivedAt), asc(incomingMails.id))
        .limit(most.mails)
        .for('update', { skipLocked: true });
      const together = upTo(most.bytes, next);
      const batch = withoutWaiting(together, await this.onTheirWay(db, together, now));
      if (batch.length < 2) return [];
      const ids = batch.map(({ id }) => id);
      await db
        .update(incomingMails)
        .set({ dueAt: now + lease, tries: sql`${incomingMails.tries} + 1` })
        .where(inArray(incomingMails.id, ids));
      return batch.map((mail) => ({ ...mail, dueAt: now + lease, tries: mail.tries + 1 }));
    });
  }

  /** Mails that some of these refer to and that are not in yet, as `mayGo` asks it of one. */
  private async onTheirWay(db: Database, mails: readonly IncomingMail[], now: number) {
    const named = [...new Set(mails.flatMap(({ refersTo }) => refersTo))];
    if (named.length === 0) return [];
    return db
      .select({
        id: incomingMails.id,
        workspaceId: incomingMails.workspaceId,
        rfcMessageId: incomingMails.rfcMessageId,
        receivedAt: incomingMails.receivedAt,
      })
      .from(incomingMails)
      .where(and(waiting, inArray(incomingMails.rfcMessageId, named), lte(incomingMails.dueAt, now + lease)));
  }

  /** For a process that is alone with its database: whoever was busy with a mail before it is dead. */
  async release(now: number): Promise<void> {
    await this.db
      .update(incomingMails)
      .set({ dueAt: now })
      .where(and(waiting, lte(incomingMails.dueAt, now + lease)));
  }

  async done(id: Id, became: Became | null): Promise<void> {
    await this.db.update(incomingMails).set({ state: 'done', became }).where(eq(incomingMails.id, id));
  }

  async doneTogether(mails: readonly { id: Id; became: Became | null }[]): Promise<void> {
    await this.db.execute(
      sql`update incoming_mails set state = 'done', became = nullif(fate.became, 'null'::jsonb)
          from jsonb_to_recordset(${JSON.stringify(mails)}::jsonb) as fate(id uuid, became jsonb) where incoming_mails.id = fate.id`,
    );
  }

  /** Back as they were before they were claimed: nothing was tried. */
  async giveBack(ids: readonly Id[], now: number): Promise<void> {
    if (ids.length === 0) return;
    await this.db
      .update(incomingMails)
      .set({ dueAt: now, tries: sql`${incomingMails.tries} - 1` })
      .where(inArray(incomingMails.id, [...ids]));
  }

  async tryAgain(id: Id, at: number, problem: string): Promise<void> {
    await this.db
      .update(incomingMails)
      .set({ dueAt: at, problem: problem.slice(0, 4000) })
      .where(eq(incomingMails.id, id));
  }

  /** When the next mail is due, ms; `undefined` when none waits. */
  async nextDue(now: number): Promise<number | undefined> {
    const [row] = await this.db
      .select({ dueAt: incomingMails.dueAt })
      .from(incomingMails)
      .where(and(waiting, this.mayGo(now)))
      .orderBy(asc(incomingMails.dueAt))
      .limit(1);
    return row?.dueAt;
  }

  /**
   * No earlier mail it refers to is on its way in. One put aside for longer than a lease is waited for no more: it must not hold up others (I12).
   * `offset 0` keeps this a question about one mail, asked by the index of Message-IDs: joined, as the planner likes it where it has no
   * statistics (PGlite gathers none), every claim reads all that waits.
   */
  private mayGo(now: number) {
    const earlier = alias(incomingMails, 'earlier');
    const onItsWay = this.db
      .select({ id: earlier.id })
      .from(earlier)
      .where(
        and(
          sql`${earlier.state} = 'waiting'`,
          eq(earlier.workspaceId, incomingMails.workspaceId),
          sql`${earlier.rfcMessageId} = any(${incomingMails.refersTo})`,
          sql`(${earlier.receivedAt}, ${earlier.id}) < (${incomingMails.receivedAt}, ${incomingMails.id})`,
          lte(earlier.dueAt, now + lease),
        ),
      );
    return sql`not exists (${onItsWay} offset 0)`;
  }

  /** Rows of mails long done (by when they were last worked at) are of no more use; their raw files stay with their messages. */
  async forgetDoneBefore(at: number): Promise<void> {
    await this.db.delete(incomingMails).where(and(eq(incomingMails.state, 'done'), lte(incomingMails.dueAt, at)));
  }
}

/** Those of history that were never tried, from the first on, as many as hold so many bytes. */
function upTo(bytes: number, mails: readonly IncomingMail[]): IncomingMail[] {
  let left = bytes;
  const end = mails.findIndex(({ rank, tries, rawSize }) => {
    left -= rawSize;
    return rank === 0 || tries > 0 || left < 0;
  });
  return end < 0 ? [...mails] : mails.slice(0, end);
}

type OnItsWay = Pick<IncomingMail, 'id' | 'workspaceId' | 'rfcMessageId' | 'receivedAt'>;

/** Without those that refer to an earlier mail which is neither in nor among the ones before them. */
function withoutWaiting(mails: readonly IncomingMail[], onTheirWay: readonly OnItsWay[]): IncomingMail[] {
  const batch = new Map<Id, IncomingMail>();
  for (const mail of mails) {
    const isEarlier = (other: OnItsWay) => other.receivedAt < mail.receivedAt || (other.receivedAt === mail.receivedAt && other.id < mail.id);
    const waitsFor = (other: OnItsWay) =>
      other.workspaceId === mail.workspaceId && mail.refersTo.includes(other.rfcMessageId ?? '') && isEarlier(other) && !batch.has(other.id);
    if (!onTheirWay.some(waitsFor)) batch.set(mail.id, mail);
  }
  return [...batch.values()];
}
