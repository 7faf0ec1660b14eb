import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { agentSpace } from '../../domain/model/ids';
import { at, conversationRow, id, messageRow, workspaceId, write } from '../../tests/support/rows';
import { openSmallStore } from '../../tests/support/small-store';
import type { HubDatabase } from '../db/database';
import type { DrizzleHubStore } from '../db/drizzle-hub-store';
import { rowsOf } from '../db/rows-of';
import { actAsAgent } from '../sync/act-as-agent';
import { FileFolder } from './file-folder';
import { HubFiles } from './hub-files';
import { keptUnnamed, sweepFiles } from './sweep-files';

let database: HubDatabase;
let store: DrizzleHubStore;
let root: string;
let folder: FileFolder;
let files: HubFiles;
let now = at;
const faults: unknown[] = [];

beforeAll(async () => {
  ({ database, store } = await openSmallStore(() => now));
});
afterAll(() => database.close());
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'samtale-swept-'));
  folder = new FileFolder(root);
  files = new HubFiles(database.db, folder, () => now);
  faults.length = 0;
  return () => rmSync(root, { recursive: true, force: true });
});

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const attachment = (hash: string) => ({ id: id(1), name: 'a.txt', type: '', size: 1, hash, contentId: null, inline: false, notStored: null });
const commit = (...writes: ReturnType<typeof write>[]) => store.transaction('all', (transaction) => transaction.commit(writes));
const sweep = (bytes: Pick<FileFolder, 'remove'> = folder) =>
  sweepFiles({ db: database.db, bytes, now: () => now, report: (fault) => faults.push(fault) });
const isThere = async (hash: string) => (await folder.find(hash)) !== undefined;
const inFolder = () => readdirSync(root, { recursive: true, withFileTypes: true }).flatMap((entry) => (entry.isFile() ? [entry.name] : []));
const mayName = (hash: string, agent = 3) => store.transaction([agentSpace(id(agent))], (transaction) => transaction.hasFile(hash));
const upload = (text: string) =>
  files.receive(sha256(text), new Blob([text]).stream() as unknown as AsyncIterable<Uint8Array>, { limit: 100, space: agentSpace(id(3)) });
const act = (name: 'deleteForever' | 'hideMessage' | 'trashConversation', args: object, uuid: number) =>
  actAsAgent({ store, now: () => now }, id(3), { name, args: args as never, uuid: id(uuid) });

/** Bytes stored an hour ago: whether they stay is a matter of who names them. */
async function stored(text: string): Promise<string> {
  await files.put(sha256(text), new TextEncoder().encode(text));
  now += keptUnnamed;
  return sha256(text);
}
const inTrash = (n: number, inbox = 10) => write('conversations', conversationRow(n, inbox, { trashed: { at, by: null } }));
const deleted = async (n: number) => expect(await act('deleteForever', { conversationId: id(n) }, n + 50_000)).toBeUndefined();

describe('VIEW-10 bytes stay as long as anything names them:', () => {
  const naming: Record<string, (hash: string) => Promise<unknown>> = {
    'a message, as a file of it': (hash) => commit(write('messages', messageRow(200, 10, 100, { attachments: [attachment(hash)] }))),
    'a message, as the mail as it came': (hash) => commit(write('messages', messageRow(201, 10, 100, { rawHash: hash }))),
    'a hidden message, as a file of it': (hash) => commit(vault(202, { attachments: [attachment(hash)] })),
    'a hidden message, as the mail as it came': (hash) => commit(vault(203, { rawHash: hash })),
    'a draft': (hash) => commit(write('drafts', draftRow(204, hash))),
    'a mail that waits to be taken in': (hash) => incoming(205, hash, 'waiting'),
  };
  const vault = (n: number, words: object) =>
    write('hiddenMessages', {
      ...{ id: id(n), conversationId: id(100), html: null },
      words: {
        subject: '',
        text: '',
        quotedText: '',
        htmlSize: 0,
        attachments: [{ ...attachment(sha256('x')), hash: null }],
        rawHash: null,
        ...words,
      },
    });
  const draftRow = (n: number, hash: string) => {
    const content = { mode: 'reply' as const, to: [], cc: [], bcc: [], html: '', attachments: [attachment(hash)] };
    return { id: id(n), space: agentSpace(id(3)), conversationId: id(100), revision: 1, updatedAt: at, content };
  };
  const incoming = (n: number, hash: string, state: 'waiting' | 'done') =>
    database.db.execute(
      sql`insert into incoming_mails (id, channel_id, workspace_id, raw_hash, raw_size, envelope_to, received_at, ids, state, tries, due_at)
          values (${id(n)}, ${id(40)}, ${workspaceId}, ${hash}, 1, '', ${at}, '{}'::jsonb, ${state}, 1, ${at})`,
    );

  for (const [words, name] of Object.entries(naming))
    it(words, async () => {
      const hash = await stored(words);
      await name(hash);
      await sweep();
      await sweep();
      expect(await isThere(hash)).toBe(true);
    });

  it('else they go, an hour after they were last given to the hub, and with them what is left of tries to write them', async () => {
    const hash = await stored('nobody’s');
    await incoming(206, hash, 'done');
    writeFileSync(join(root, hash.slice(0, 2), `${hash}.half.tmp`), 'nob');
    now -= 1;
    await sweep();
    expect(inFolder()).toHaveLength(2);
    now += 1;
    await sweep();
    expect(inFolder()).toEqual([]);
    expect(await rowsOf(database.db, sql`select 1 from files where hash = ${hash}`)).toEqual([]);
    expect(faults).toEqual([]);
  });

  it('what messages name is looked at once; a row that goes is what makes the sweep look again', async () => {
    const hash = await stored('once');
    await commit(inTrash(110), write('messages', messageRow(210, 10, 110, { rawHash: hash })));
    await sweep();
    expect(await rowsOf(database.db, sql`select named from files where hash = ${hash}`)).toEqual([{ named: true }]);
    await deleted(110);
    expect(await rowsOf(database.db, sql`select named from files where hash = ${hash}`)).toEqual([{ named: false }]);
  });
});

it('VIEW-10 the same bytes in two inboxes: with one of the two conversations deleted for good they stay, with both they are gone', async () => {
  const hash = await stored('in both');
  const [here, there] = [10, 11].map((inbox) => messageRow(300 + inbox, inbox, 300 + inbox, { attachments: [attachment(hash)] }));
  await commit(inTrash(310), inTrash(311, 11), write('messages', here ?? null), write('messages', there ?? null));
  await sweep();
  await deleted(310);
  await sweep();
  expect(await isThere(hash)).toBe(true);
  await store.transaction('all', async ({ reader, commit: put }) => {
    const before = await reader.find('messages', id(311), id(311));
    await put([write('messages', null, before), write('conversations', null, await reader.find('conversations', id(311)))]);
  });
  await sweep();
  expect(await isThere(hash)).toBe(false);
});

it('D15 VIEW-10 a hidden message’s files lie in the vault, and go with their conversation', async () => {
  const [file, raw] = [await stored('hidden file'), await stored('hidden mail')];
  await commit(
    write('conversations', conversationRow(320, 10, { attachmentCount: 1 })),
    write('messages', messageRow(321, 10, 320, { attachments: [attachment(file)], rawHash: raw })),
  );
  expect(await act('hideMessage', { conversationId: id(320), messageIds: [id(321)] }, 60_000)).toBeUndefined();
  await sweep();
  expect([await isThere(file), await isThere(raw)]).toEqual([true, true]);
  expect(await act('trashConversation', { conversationId: id(320) }, 60_001)).toBeUndefined();
  await deleted(320);
  await sweep();
  expect([await isThere(file), await isThere(raw)]).toEqual([false, false]);
});

describe('F24 VIEW-10 killed in between,', () => {
  it('before the bytes went: the next sweep finds them', async () => {
    const hash = await stored('killed before');
    await sweep({ remove: () => Promise.reject(new Error('killed')) });
    expect(faults).toMatchObject([{ message: 'killed' }]);
    expect(await isThere(hash)).toBe(true);
    await sweep();
    expect(await isThere(hash)).toBe(false);
  });

  it('after they went: nobody may name what is no longer there, it is stored anew, and else the record goes at the next sweep', async () => {
    await upload('killed after');
    now += keptUnnamed;
    const hash = sha256('killed after');
    expect(await mayName(hash)).toBe(true);
    const killed = async (which: string) => {
      await folder.remove(which);
      throw new Error('killed');
    };
    await sweep({ remove: killed });
    expect(await rowsOf(database.db, sql`select hash from files where hash = ${hash}`)).toEqual([{ hash }]);
    expect(await mayName(hash)).toBe(false);
    await upload('killed after');
    expect([await isThere(hash), await mayName(hash)]).toEqual([true, true]);
    await sweep();
    expect(await isThere(hash)).toBe(true);

    now += keptUnnamed;
    await sweep({ remove: killed });
    await sweep();
    expect(await rowsOf(database.db, sql`select hash from files where hash = ${hash}`)).toEqual([]);
  });
});

it('VIEW-10 more files than one batch, one of which cannot be deleted: the others go, and it goes when it can', async () => {
  const texts = Array.from({ length: 130 }, (_, n) => `many ${n}`);
  await files.putAll(texts.map((text) => ({ hash: sha256(text), bytes: new TextEncoder().encode(text) })));
  now += keptUnnamed;
  const stuck = sha256('many 7');
  await sweep({ remove: async (hash) => (hash === stuck ? Promise.reject(new Error('in use')) : folder.remove(hash)) });
  expect(inFolder()).toEqual([stuck]);
  expect(faults).toHaveLength(1);
  await sweep();
  expect(inFolder()).toEqual([]);
});
