import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { day } from '../../domain/trash/kept-in-trash';
import type { HubDatabase } from '../../server/db/database';
import type { DrizzleHubStore } from '../../server/db/drizzle-hub-store';
import { rowsOf } from '../../server/db/rows-of';
import { purgeTrash } from '../../server/jobs/purge-trash';
import { actAsAgent } from '../../server/sync/act-as-agent';
import { actAsHost } from '../../server/sync/act-as-host';
import { at, channelRow, conversationRow, id, messageRow, outboundRow, workspaceId, write } from '../support/rows';
import { openSmallStore } from '../support/small-store';

let database: HubDatabase;
let store: DrizzleHubStore;
let now = at;
const canary = 'Kardemomme';

beforeAll(async () => {
  ({ database, store } = await openSmallStore(() => now, [write('channels', channelRow(40, 10, 'support@havnegaard.example'))]));
});
afterAll(() => database.close());

/** Every table in which something is about it, whatever it is for. */
async function tablesWith(words: string): Promise<string[]> {
  const tables = await rowsOf<{ name: string }>(
    database.db,
    sql`select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' order by table_name`,
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const [row] = await rowsOf<{ it: boolean }>(
      database.db,
      sql`select exists (select 1 from ${sql.identifier(name)} as r where r::text like ${`%${words}%`}) as it`,
    );
    if (row?.it) found.push(name);
  }
  return found;
}

it('VIEW-10 K13 after 30 days in trash the hub deletes it for good: nothing of it is in any table, and its mail does not come in again', async () => {
  const [conversation, message, ticket] = [id(100), id(200), id(300)];
  const trashed = { at: now, by: id(3) };
  const row = conversationRow(100, 10, {
    subject: canary,
    preview: canary,
    contactAddress: 'kim@kardemomme.example',
    ticketId: ticket,
    trashed,
    channelId: id(40),
  });
  const place = { space: row.space, inboxId: row.inboxId };
  const draft = { revision: 1, updatedAt: at, content: { mode: 'reply' as const, to: [], cc: [], bcc: [], html: '<p>Mine</p>', attachments: [] } };
  const entry = { act: 'createTicket', at, changes: [{ table: 'tickets' as const, id: ticket, before: null, after: { name: canary } }] };
  await store.transaction('all', async ({ db, commit }) => {
    await commit([
      write('conversations', row),
      write('conversations', conversationRow(101, 10, { trashed: { at: now + 1, by: null } })),
      write(
        'messages',
        messageRow(200, 10, 100, { rawHash: 'c'.repeat(64), text: canary, subject: canary, rfcMessageId: `<${canary}@kunde.example>` }),
      ),
      write('tickets', {
        id: ticket,
        ...place,
        number: 7,
        name: canary,
        stage: 'new',
        ownerId: null,
        contactId: null,
        createdAt: at,
        trashedAt: at,
        status: 'open',
      }),
      write('bodies', { id: message, conversationId: conversation, html: `<p>${canary}</p>` }),
      write('mailIds', {
        id: message,
        inboxId: id(10),
        rfcMessageId: `<${canary}@kunde.example>`,
        conversationId: conversation,
        fromAddress: 'kim@kunde.example',
        date: at,
      }),
      write('outboundMails', { ...outboundRow(700, 10, 100, 200), rfcMessageId: `<${canary}@havnegaard.example>` }),
      write('undoEntries', { id: id(601), space: `agent:${id(3)}`, ...entry }),
      ...[3, 4].map((n) => write('readMarks', { id: id(610 + n), space: `agent:${id(n)}`, conversationId: conversation, seenAt: at })),
      write('drafts', { id: id(602), space: `agent:${id(3)}`, conversationId: conversation, ...draft }),
    ]);
    await db.execute(sql`update outbound_state set state = 'sent', text = ${`250 ${canary}`} where id = ${id(700)}`);
    await db.execute(
      sql`insert into incoming_mails (id, channel_id, workspace_id, raw_hash, raw_size, envelope_from, envelope_to, received_at, ids, rfc_message_id, refers_to, state, tries, due_at, became)
          values (${id(800)}, ${id(40)}, ${workspaceId}, ${'a'.repeat(64)}, 10, ${`${canary}@kunde.example`}, 'support@havnegaard.example', ${at}, ${JSON.stringify({ messageId: message })}::jsonb,
                  ${`<${canary}@kunde.example>`}, ${`{<${canary}@kunde.example>}`}, 'done', 1, ${at}, ${JSON.stringify({ how: 'taken', messageId: message, conversationId: conversation })}::jsonb)`,
    );
    await db.execute(
      sql`insert into notice_mails (id, agent_id, inbox_id, conversation_id, notices, state, at, not_before)
          values (${id(801)}, ${id(3)}, ${id(10)}, ${conversation}, ${JSON.stringify([{ text: canary }])}::jsonb, 'sent', ${at}, ${at})`,
    );
  });
  expect((await tablesWith(canary)).length).toBeGreaterThan(8);

  now = at + 30 * day - 1;
  await purgeTrash(store, () => now);
  expect(await tablesWith(canary)).toContain('messages');
  now += 1;
  await purgeTrash(store, () => now);
  expect(await tablesWith(canary)).toEqual([]);
  expect(await tablesWith('kardemomme')).toEqual([]);
  expect(await tablesWith('c'.repeat(64))).toEqual([]);
  // A colleague's own words are kept, and who was offline is told that it is gone (D27).
  expect(await tablesWith(conversation)).toEqual(['drafts', 'messages', 'conversations', 'purged_mails', 'read_marks'].sort());
  expect(await rowsOf(database.db, sql`select id from read_marks where not deleted`)).toEqual([]);
  expect(await store.transaction('all', ({ reader }) => reader.find('conversations', id(101)))).toBeDefined();

  const mail = {
    kind: 'email' as const,
    ids: { conversationId: id(900), messageId: id(901), contactId: id(902), eventId: id(903) },
    channelId: id(40),
    receivedAt: now,
    rfcMessageId: `<${canary}@kunde.example>`,
    rawHash: 'b'.repeat(64),
    from: { name: 'Kim', address: 'kim@kunde.example' },
    ...{ to: [], cc: [], subject: canary, date: at, references: [], text: canary, quotedText: '', html: null, attachments: [] },
    ...{ automatic: null, bounceOf: null, bulk: false, providerConfirmation: false, forward: null, repliesTo: null, unreadable: null },
  };
  await store.transaction('all', (transaction) =>
    actAsHost(transaction, { name: 'receiveMessage', args: mail, uuid: id(904), at: now, workspaceId }),
  );
  expect(await tablesWith(canary)).toEqual([]);
});

it('VIEW-10 THR-21 an agent who deletes it takes along how far colleagues had read', async () => {
  const [conversation, mark] = [id(120), (n: number) => id(620 + n)];
  const marks = [2, 3].map((n) => write('readMarks', { id: mark(n), space: `agent:${id(n)}`, conversationId: conversation, seenAt: at }));
  await store.transaction('all', ({ commit }) => commit([write('conversations', conversationRow(120, 10, { trashed: { at, by: null } })), ...marks]));
  const host = { store, now: () => now };
  expect(await actAsAgent(host, id(3), { name: 'deleteForever', args: { conversationId: conversation }, uuid: id(905) })).toBeUndefined();
  expect(await rowsOf(database.db, sql`select id from read_marks where not deleted`)).toEqual([]);
});
