import { sql } from 'drizzle-orm';
import type { Write } from '../../domain/core/tx';
import { hiddenOrShown } from '../../domain/message/hidden-or-shown';
import type { Message } from '../../domain/model/message';
import type { ReadMark } from '../../domain/model/read-mark';
import type { UndoEntry } from '../../domain/model/undo-entry';
import { hashesOfMessage } from '../files/hashes-of-message';
import type { Database } from './database';
import { rowsOf } from './rows-of';

const goneFrom = (writes: readonly Write[], table: Write['table']) =>
  writes.filter((write) => write.table === table && write.before && !write.after).map(({ id }) => id);

/**
 * What agents could have undone about conversations that go for good, and the tickets that go along: it holds words of theirs (VIEW-10). Where a message
 * was hidden or shown again, what holds the first words of its thread: they may be its own (D15).
 */
export async function undoEntriesAbout(db: Database, writes: readonly Write[]): Promise<Write[]> {
  const conversations = goneFrom(writes, 'conversations');
  const ids = [...conversations, ...(conversations.length > 0 ? goneFrom(writes, 'tickets') : [])];
  const hidden = hiddenOrShown(writes).map(({ after }) => after);
  const previewed = hidden.map(({ conversationId }) => conversationId);
  if (ids.length + previewed.length === 0) return [];
  const previews = sql`array['preview', 'commentPreview']`;
  const entries = await rowsOf<{ doc: UndoEntry }>(
    db,
    sql`select doc from undo_entries where not deleted and
        (jsonb_exists_any(doc->'moved'->'messageIds', array[${sql.join(
          ['', ...hidden.map(({ id }) => id)].map((id) => sql`${id}`),
          sql`, `,
        )}]) or
         doc->'wrote'->>'conversationId' in ${[...ids, ...previewed, '']} or exists (select 1 from jsonb_array_elements(doc->'changes') as change
          where change->>'id' in ${[...ids, '']} or (change->>'id' in ${[...previewed, '']}
            and (jsonb_exists_any(change->'before', ${previews}) or jsonb_exists_any(change->'after', ${previews})))))`,
  );
  const taken = new Set(goneFrom(writes, 'undoEntries'));
  return entries
    .filter(({ doc }) => !taken.has(doc.id))
    .map(({ doc }): Write => ({ table: 'undoEntries', id: doc.id, within: undefined, before: doc, after: null }));
}

/** How far colleagues had read conversations that go for good: no rule of one agent sees the marks of another (THR-21, VIEW-10). */
export async function readMarksAbout(db: Database, writes: readonly Write[]): Promise<Write[]> {
  const conversations = goneFrom(writes, 'conversations');
  if (conversations.length === 0) return [];
  const marks = await rowsOf<{ doc: ReadMark }>(db, sql`select doc from read_marks where within in ${conversations} and not deleted`);
  const taken = new Set(goneFrom(writes, 'readMarks'));
  return marks
    .filter(({ doc }) => !taken.has(doc.id))
    .map(({ doc }): Write => ({ table: 'readMarks', id: doc.id, within: doc.conversationId, before: doc, after: null }));
}

/** Knowing the hash of a hidden file is no way to its bytes, unless another message of its thread has the same file (D15). */
export async function forgetHidden(db: Database, writes: readonly Write[]): Promise<void> {
  for (const { before, after } of hiddenOrShown(writes)) {
    if (!after.hidden) continue;
    const others = await rowsOf<{ doc: Message }>(db, sql`select doc from messages where within = ${after.conversationId} and not deleted`);
    const named = new Set(others.flatMap(({ doc }) => hashesOfMessage(doc)));
    for (const hash of hashesOfMessage(before))
      if (!named.has(hash)) await db.execute(sql`delete from file_spaces where hash = ${hash} and space = ${before.space}`);
  }
}

/** Mails on their way, and what is to be told of a conversation, go along when messages are put into another (THR-17). */
export async function followMoved(db: Database, writes: readonly Write[]): Promise<void> {
  const threads = new Map<string, string>();
  for (const { table, before, after } of writes) {
    if (table === 'conversations' && after?.mergedInto && !before?.mergedInto) threads.set(after.id, after.mergedInto);
    if (table !== 'messages' || !before || !after || before.conversationId === after.conversationId || after.direction !== 'out') continue;
    const doc = JSON.stringify({ conversationId: after.conversationId });
    await db.execute(
      sql`update outbound_mails set doc = doc || ${doc}::jsonb where doc->>'conversationId' = ${before.conversationId} and doc->>'messageId' = ${after.id}`,
    );
  }
  for (const [from, to] of threads)
    await db.execute(
      sql`update notice_mails own set conversation_id = ${to} where conversation_id = ${from} and not exists
          (select 1 from notice_mails other where other.conversation_id = ${to} and other.agent_id = own.agent_id and other.state = 'waiting')`,
    );
}

/** What the hub keeps beside the rows of conversations that go for good: mails it sent, notices, and of mails that came in who wrote them. */
export async function forgetPurged(db: Database, writes: readonly Write[]): Promise<void> {
  const conversations = goneFrom(writes, 'conversations');
  if (conversations.length === 0) return;
  const messages = goneFrom(writes, 'messages');
  const sent = await rowsOf<{ id: string }>(db, sql`delete from outbound_mails where doc->>'conversationId' in ${conversations} returning id`);
  if (sent.length > 0) await db.execute(sql`delete from outbound_state where id in ${sent.map(({ id }) => id)}`);
  await db.execute(sql`delete from notice_mails where conversation_id in ${conversations}`);
  // Knowing a hash is no way to the bytes. Who has another mail with the same file in this inbox names it by sending the bytes again (K18).
  for (const write of writes)
    if (write.table === 'messages' && write.before && !write.after)
      for (const hash of hashesOfMessage(write.before))
        await db.execute(sql`delete from file_spaces where hash = ${hash} and space = ${write.before.space}`);
  if (messages.length > 0)
    await db.execute(
      sql`update incoming_mails set rfc_message_id = null, refers_to = '{}', envelope_from = null, became = null, problem = null
          where state = 'done' and (became->>'messageId' in ${messages} or ids->>'messageId' in ${messages})`,
    );
}
