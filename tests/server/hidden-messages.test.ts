import { createHash } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { rowsOf } from '../../server/db/rows-of';
import { actAsAgent } from '../../server/sync/act-as-agent';
import { at, conversationRow, id, messageRow, write } from '../support/rows';
import { startTestHub, type TestHub } from './test-hub';

let hub: TestHub;
beforeAll(async () => {
  hub = await startTestHub();
});
afterAll(() => hub.stop());

const secret = '4111 1111 1111 1234';
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const [file, raw] = [`the file of ${secret}`, `the mail of ${secret}`];

/** Every table in which something says it. */
async function tablesWith(words: string): Promise<string[]> {
  const tables = await rowsOf<{ name: string }>(
    hub.database.db,
    sql`select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' order by table_name`,
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const [row] = await rowsOf<{ it: boolean }>(
      hub.database.db,
      sql`select exists (select 1 from ${sql.identifier(name)} as r where r::text like ${`%${words}%`}) as it`,
    );
    if (row?.it) found.push(name);
  }
  return found;
}

const act = (agent: number, name: 'hideMessage' | 'unhideMessage', uuid: number) =>
  actAsAgent(hub.syncHost, id(agent), { name, args: { conversationId: id(700), messageIds: [id(701)] }, uuid: id(uuid) });

/** All that a member of the inbox can ask of the hub about it, in one text. */
async function everyAnswer(agent: number): Promise<string> {
  const client = { clientId: id(9000 + agent), epoch: null };
  const answers = [
    await hub.post(agent, '/sync/pull', { ...client, cursors: { [`inbox:${id(10)}`]: 0 } }),
    await hub.post(agent, '/sync/bootstrap', { clientId: client.clientId, space: `inbox:${id(10)}`, after: null }),
    await hub.post(agent, '/bodies', { messageIds: [id(701)] }),
    await hub.request(agent, `/messages/${id(701)}/files/${sha256(file)}`),
    await hub.request(agent, `/messages/${id(701)}/files/${sha256(raw)}`),
    await hub.request(agent, `/m/${id(701)}`),
  ];
  return (await Promise.all(answers.map((answer) => answer.text()))).join('\n');
}

it('D15 THR-11 hidden, it stands in the vault alone: no table, no answer and no file says it to anybody; shown again, all is as before', async () => {
  for (const words of [file, raw]) await hub.files.put(sha256(words), new TextEncoder().encode(words));
  const attachment = {
    id: id(1),
    name: `${secret}.txt`,
    type: 'text/plain',
    size: 9,
    hash: sha256(file),
    contentId: null,
    inline: false,
    notStored: null,
  };
  const entry = {
    act: 'sendReply',
    at,
    changes: [{ table: 'conversations' as const, id: id(700), before: { preview: secret }, after: { preview: 'Ok' } }],
  };
  await hub.commit([
    write('conversations', conversationRow(700, 10, { preview: `Card ${secret}`, attachmentCount: 1 })),
    write('messages', messageRow(701, 10, 700, { text: `Card ${secret}`, htmlSize: 30, attachments: [attachment], rawHash: sha256(raw) })),
    write('bodies', { id: id(701), conversationId: id(700), html: `<p>${secret}</p>` }),
    write('undoEntries', { id: id(702), space: `agent:${id(2)}`, ...entry }),
  ]);
  expect(await everyAnswer(3)).toContain(secret);
  expect(await tablesWith(secret)).toEqual(['bodies', 'conversations', 'messages', 'undo_entries']);
  const before = await rowsOf(hub.database.db, sql`select doc from messages where id = ${id(701)}`);

  expect(await act(3, 'hideMessage', 710)).toBeUndefined();
  expect(await tablesWith(secret)).toEqual(['hidden_messages']);
  for (const hash of [sha256(file), sha256(raw)]) expect(await tablesWith(hash)).toEqual(['files', 'hidden_messages']);
  // Who hid it and a super administrator get no more of it than others.
  for (const agent of [2, 3]) {
    const answers = await everyAnswer(agent);
    expect(answers).not.toContain(secret);
    expect(answers).not.toContain(sha256(raw));
    expect(answers).toContain(`"hidden"`);
  }
  const naming = { ...attachment, name: 'x' };
  const comment = { messageId: id(720), conversationId: id(700), text: 'x', html: '', mentions: [], attachments: [naming], draftId: null };
  const pushed = await hub.post(3, '/sync/push', {
    ...{ clientId: id(9003), epoch: null },
    mutations: [{ id: 1, uuid: id(721), name: 'addComment', args: comment, schemaVersion: 1, claimedAt: 0 }],
  });
  expect(await pushed.json()).toMatchObject({ stopped: { why: 'attachment-missing' } });

  expect(await act(3, 'unhideMessage', 711)).toBeUndefined();
  expect(await tablesWith(secret)).toEqual(['bodies', 'conversations', 'messages']);
  expect(await rowsOf(hub.database.db, sql`select doc from messages where id = ${id(701)}`)).toEqual(before);
  expect(await (await hub.request(3, `/messages/${id(701)}/files/${sha256(file)}`)).text()).toBe(file);
  expect(await (await hub.post(3, '/bodies', { messageIds: [id(701)] })).text()).toContain(secret);
  expect(hub.faults).toEqual([]);
});
