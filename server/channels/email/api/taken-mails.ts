import { and, eq, inArray } from 'drizzle-orm';
import type { Id } from '../../../../domain/model/ids';
import type { Database } from '../../../db/database';
import type { Mailboxes } from '../imap/mailboxes';
import { incomingMails } from '../incoming-schema';
import { mailboxCursors, takenMails } from './taken-schema';

export interface Reached {
  cursor: string | null;
  found: number;
  taken: number;
}

const batch = 1000;

/** How far mailboxes that are reached by an API have been taken over, mail by mail. */
export class TakenMails {
  constructor(
    private readonly db: Database,
    private readonly mailboxes: Pick<Mailboxes, 'whileOwned'>,
  ) {}

  async reached(channelId: Id): Promise<Reached> {
    const [row] = await this.db.select().from(mailboxCursors).where(eq(mailboxCursors.channelId, channelId));
    return row ?? { cursor: null, found: 0, taken: 0 };
  }

  /** Those of them that are not done with. */
  async unknown<Mail extends { id: string }>(channelId: Id, mails: readonly Mail[]): Promise<Mail[]> {
    const known = new Set<string>();
    for (let at = 0; at < mails.length; at += batch) {
      const ids = mails.slice(at, at + batch).map(({ id }) => id);
      const rows = await this.db
        .select({ id: takenMails.remoteId })
        .from(takenMails)
        .where(and(eq(takenMails.channelId, channelId), inArray(takenMails.remoteId, ids)));
      for (const { id } of rows) known.add(id);
    }
    const once = new Map(mails.map((mail) => [mail.id, mail]));
    return [...once.values()].filter(({ id }) => !known.has(id));
  }

  /** Mails, that they are done with, and how far that brings the mailbox, together or not at all. Answers whether it is this process's to do. */
  take(owner: Id, channelId: Id, { done, rows, reached }: { done: string[]; rows: (typeof incomingMails.$inferInsert)[]; reached: Reached }) {
    return this.mailboxes.whileOwned(owner, channelId, async (db) => {
      if (rows.length > 0) await db.insert(incomingMails).values(rows);
      if (done.length > 0)
        await db
          .insert(takenMails)
          .values(done.map((remoteId) => ({ channelId, remoteId })))
          .onConflictDoNothing();
      await db
        .insert(mailboxCursors)
        .values({ channelId, ...reached })
        .onConflictDoUpdate({ target: mailboxCursors.channelId, set: reached });
    });
  }
}
