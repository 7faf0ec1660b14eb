import { and, asc, eq, lte, sql } from 'drizzle-orm';
import type { Id } from '../../../domain/model/ids';
import type { Database } from '../../db/database';
import { type IncomingMail, incomingMails } from './incoming-schema';

/** For how long one process may be busy with a mail before another takes it over, ms. */
const lease = 60_000;

/** Mail accepted and not yet in a conversation. */
export class IncomingQueue {
  constructor(private readonly db: Database) {}

  /** All rows of one mail at once: accepted for every inbox, or for none. */
  async add(mails: IncomingMail[]): Promise<void> {
    await this.db.insert(incomingMails).values(mails);
  }

  /** The oldest mail whose time has come, for this process alone; counts as a try. */
  async claim(now: number): Promise<IncomingMail | undefined> {
    const next = this.db
      .select({ id: incomingMails.id })
      .from(incomingMails)
      .where(and(eq(incomingMails.state, 'waiting'), lte(incomingMails.dueAt, now)))
      .orderBy(asc(incomingMails.receivedAt), asc(incomingMails.id))
      .limit(1)
      .for('update', { skipLocked: true });
    const [claimed] = await this.db
      .update(incomingMails)
      .set({ dueAt: now + lease, tries: sql`${incomingMails.tries} + 1` })
      .where(eq(incomingMails.id, next))
      .returning();
    return claimed;
  }

  async done(id: Id): Promise<void> {
    await this.db.update(incomingMails).set({ state: 'done' }).where(eq(incomingMails.id, id));
  }

  async tryAgain(id: Id, at: number, problem: string): Promise<void> {
    await this.db
      .update(incomingMails)
      .set({ dueAt: at, problem: problem.slice(0, 4000) })
      .where(eq(incomingMails.id, id));
  }

  /** When the next mail is due, ms; `undefined` when none waits. */
  async nextDue(): Promise<number | undefined> {
    const [row] = await this.db
      .select({ dueAt: incomingMails.dueAt })
      .from(incomingMails)
      .where(eq(incomingMails.state, 'waiting'))
      .orderBy(asc(incomingMails.dueAt))
      .limit(1);
    return row?.dueAt;
  }

  /** Rows of mails long done are of no more use; their raw files stay with their messages. */
  async forgetDoneBefore(at: number): Promise<void> {
    await this.db.delete(incomingMails).where(and(eq(incomingMails.state, 'done'), lte(incomingMails.receivedAt, at)));
  }
}
