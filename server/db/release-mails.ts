import { sql } from 'drizzle-orm';
import { undoSendMs } from '../../domain/message/undo-send';
import type { Id } from '../../domain/model/ids';
import { outboundChannel } from './commit-writes';
import type { Database } from './database';

/** Mails waiting to leave by this channel. */
export const isQueuedOf = (channelId: Id) =>
  sql`state = 'queued' and exists (select from outbound_mails where id = outbound_state.id and doc->>'channelId' = ${channelId})`;

/** This channel sends again: what waited for that may go now, but nothing before it could be taken back for as long as was promised (X11). */
export async function releaseMails(db: Database, channelId: Id, now: number): Promise<void> {
  const mayGo = sql`(select greatest(${now}::bigint, (doc->>'queuedAt')::bigint + ${undoSendMs}) from outbound_mails where id = outbound_state.id)`;
  await db.execute(sql`update outbound_state set not_before = ${mayGo} where not_before > ${now} and ${isQueuedOf(channelId)}`);
  await db.execute(sql`select pg_notify(${outboundChannel}, ${channelId})`);
}
