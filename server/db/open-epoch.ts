import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { Database } from './database';
import { rowsOf } from './rows-of';
import type { Witness } from './witness';

export interface Epoch {
  id: string;
  /** The epoch began, now or at an earlier start, because the database was another one, or an older state of itself (K12). */
  restored: boolean;
}

/** Which database this is. `place` adds what the database itself cannot know of: the folder it lies in. */
export async function openEpoch(db: Database, witness: Witness, place: string): Promise<Epoch> {
  const seen = await witness.seen();
  const { epoch, beat } = await db.transaction(async (transaction) => {
    // One after the other, when several hubs start at once: the first decides, the others find it decided.
    await transaction.execute(sql`select pg_advisory_xact_lock(7261121)`);
    const fingerprint = `${await databaseFingerprint(transaction)} ${place}`;
    const [row] = await rowsOf<{ epoch: string; fingerprint: string; beat: string; restored: boolean }>(
      transaction,
      sql`select epoch, fingerprint, beat, restored from hub where id = 1`,
    );
    if (row?.fingerprint === fingerprint && Number(row.beat) >= seen)
      return { epoch: { id: row.epoch, restored: row.restored }, beat: Number(row.beat) };
    const next = { id: randomUUID(), restored: row !== undefined };
    const beatNow = Math.max(seen, Number(row?.beat ?? 0)) + 1;
    await transaction.execute(
      sql`insert into hub (id, epoch, fingerprint, beat, restored) values (1, ${next.id}, ${fingerprint}, ${beatNow}, ${next.restored})
          on conflict (id) do update set epoch = excluded.epoch, fingerprint = excluded.fingerprint, beat = excluded.beat, restored = excluded.restored`,
    );
    // In the same step as the epoch: a hub killed here, or another one starting now, must find nothing it would send.
    if (next.restored) {
      await transaction.execute(
        sql`update outbound_state set state = 'held', lease = null, leased_until = null where state in ('queued', 'sending')`,
      );
      // Nobody decides about these: what of them was mailed is not known, and what they tell is old.
      await transaction.execute(sql`delete from notice_mails where state in ('waiting', 'again', 'sending')`);
    }
    return { epoch: next, beat: beatNow };
  });
  await witness.note(beat);
  return epoch;
}

/** The cluster (made anew by initdb), its timeline (a new one after a failover or a recovery to a point in time), the database in it. */
async function databaseFingerprint(db: Database): Promise<string> {
  const [row] = await rowsOf<{ fingerprint: string }>(
    db,
    sql`select concat_ws(':', (select system_identifier from pg_control_system()), (select timeline_id from pg_control_checkpoint()),
          (select oid from pg_database where datname = current_database())) as fingerprint`,
  );
  return row?.fingerprint ?? '';
}
