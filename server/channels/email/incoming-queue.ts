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
