import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { rowsOf } from '../../server/db/rows-of';
import { actAsAgent } from '../../server/sync/act-as-agent';
import { at, conversationRow, id, messageRow, outboundRow, write } from '../support/rows';
import { startTestHub, type TestHub } from './test-hub';

let hub: TestHub;
beforeAll(async () => {
  hub = await startTestHub();
});
afterAll(() => hub.stop());

it('THR-17 D16 mails to send, notices and layouts go along into the target; hiding a word ends the undo that holds it', async () => {
  const [a, b] = [id(800), id(801)];
  const mine = messageRow(803, 10, 801, {
    direction: 'out',
    receivedAt: at + 1,
    text: 'A secret of ours',
    delivery: { state: 'sent', at, text: '' },
  });
  await hub.commit([
    write('conversations', { ...conversationRow(800, 10), messageCount: 1 }),
    write('conversations', { ...conversationRow(801, 10), messageCount: 2, preview: 'A secret of ours', lastOutboundAt: at + 1 }),
    write('messages', messageRow(802, 10, 800)),
    write('messages', messageRow(804, 10, 801)),
    write('messages', mine),
    write('outboundMails', { ...outboundRow(805, 10, 801, 803), queuedAt: at * 2 }),
  ]);
  const merge = { name: 'mergeConversations' as const, args: { conversationId: a, sourceId: b, keepTicketId: null }, uuid: id(806) };
  expect(await actAsAgent(hub.syncHost, id(2), merge)).toBeUndefined();
  const threadOf = (table: string) =>
    rowsOf<{ id: string; thread: string }>(
      hub.database.db,
      sql`select id, doc->>'conversationId' as thread from ${sql.identifier(table)} where doc->>'conversationId' in ${[a, b]} order by id`,
    );
  // Three mails, and that they were merged.
  expect((await threadOf('messages')).map(({ thread }) => thread)).toEqual([a, a, a, a]);
  expect(await threadOf('outbound_mails')).toEqual([{ id: id(805), thread: a }]);
  const [within] = await rowsOf<{ many: string }>(hub.database.db, sql`select count(*) as many from messages where within = ${a} and not deleted`);
  expect(Number(within?.many)).toBe(4);

  const hide = { name: 'hideMessage' as const, args: { conversationId: b, messageIds: [mine.id] }, uuid: id(807) };
  expect(await actAsAgent(hub.syncHost, id(2), hide)).toBeUndefined();
  const said = await rowsOf<{ id: string }>(hub.database.db, sql`select id from undo_entries where doc::text like '%A secret of ours%'`);
  expect(said).toEqual([]);
  expect(await actAsAgent(hub.syncHost, id(2), { name: 'undo', args: { actId: id(806) }, uuid: id(808) })).toEqual({ refused: 'nothing-to-undo' });
});
