import { sql } from 'drizzle-orm';
import { v7 } from 'uuid';
import type { Write } from '../../domain/core/tx';
import type { Agent } from '../../domain/model/agent';
import type { Id } from '../../domain/model/ids';
import type { NotificationSettings } from '../../domain/model/notification-settings';
import type { WaitingNotice } from '../../domain/notification/due-mail';
import { type MailReader, newsOfWrites, noticesOfWrites } from '../../domain/notification/notices-of-writes';
import { ownerNoticesOfWrites } from '../../domain/notification/owner-notices';
import type { Database } from '../db/database';
import { rowsOf } from '../db/rows-of';
import { noticeMails } from './notice-schema';

/** Keeps what a commit brings for who wants news by mail, or is to have it as a contact's owner (RTE-1), in the same transaction: each act is committed once, so each notice is kept once (NTF-2). */
export async function noteNotices(db: Database, writes: readonly Write[], now: number): Promise<void> {
  const inboxIds = [...new Set(newsOfWrites(writes, now).map(({ after }) => after.inboxId))];
  if (inboxIds.length === 0) return;
  const asOwner = ownerNoticesOfWrites(writes, now);
  const chosen = (await mailReaders(db, inboxIds)).flatMap((reader) =>
    noticesOfWrites(writes, reader, now).map(({ event, messageId, from, inboxId, conversationId }) => ({
      ...{ agentId: reader.agent.id, inboxId, conversationId },
      notice: { event, messageId, from, at: now } satisfies WaitingNotice,
    })),
  );
  // To whom it comes as the contact's owner it does not come as chosen, too.
  const others = chosen.filter((one) => !asOwner.some((own) => own.agentId === one.agentId && own.conversationId === one.conversationId));
  const kept = [...asOwner, ...others];
  if (kept.length === 0) return;
  const rows = kept.map(({ notice, ...whose }) => ({ id: v7(), ...whose, notices: [notice], state: 'waiting' as const, at: now, notBefore: now }));
  await db
    .insert(noticeMails)
    .values(rows)
    .onConflictDoUpdate({
      target: [noticeMails.agentId, noticeMails.conversationId],
      targetWhere: sql`state = 'waiting'`,
      set: { notices: sql`notice_mails.notices || excluded.notices` },
    });
}

async function mailReaders(db: Database, inboxIds: readonly Id[]): Promise<MailReader[]> {
  const rows = await rowsOf<{ agent: Agent; settings: NotificationSettings; inboxes: Id[] }>(
    db,
    sql`select agents.doc as agent, settings.doc as settings, array_agg(distinct members.doc->>'inboxId') as inboxes
        from notification_settings settings
        join agents on agents.id = settings.id and not agents.deleted
        join members on members.doc->>'agentId' = settings.id and not members.deleted and members.doc->>'inboxId' in ${[...inboxIds]}
        where not settings.deleted and jsonb_path_exists(settings.doc, '$.ways.* ? (@ == "email")')
        group by agents.doc, settings.doc, settings.id order by settings.id`,
  );
  return rows.map(({ agent, settings, inboxes }) => ({ agent, settings, inboxIds: inboxes }));
}
