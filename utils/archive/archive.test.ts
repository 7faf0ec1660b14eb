import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import fc from 'fast-check';
import { afterEach, expect, it, vi } from 'vitest';
import { ownersSpace } from '../../domain/model/ids';
import { day } from '../../domain/trash/kept-in-trash';
import { rowsOfEveryTable } from '../../tests/contract/sample-rows';
import { ArchiveDesk, everything } from '../../tests/support/archive-desk';
import { id as sampleId, workspaceId as sampleWorkspace } from '../../tests/support/rows';
import { databaseNameOf } from '../connection/database-name';
import type { LocalConnection } from '../connection/device-database';
import { typedWordsKey } from '../connection/typed-place';
import { importMails } from '../import/import-mails';
import { indexMails } from '../import/index-mails';
import { readFoundMail } from '../import/read-found-mail';
import { parseMail } from '../mail/parse-mail';
import { sha256Of } from '../network/sha256-of';
import { purgeTrash } from '../sources/local/purge-trash';
import { setUpLocalWorkspace } from '../sources/local/set-up-local-workspace';
import { setUpSample } from '../sources/local/set-up-sample';
import { openDatabase } from '../store/database';
import { me, metaRow } from '../store/me';
import { mutate } from '../store/mutate';
import { newId } from '../store/new-id';
import { readDirectory, readEntry } from '../zip/zip-reader';
import { ZipWriter } from '../zip/zip-writer';
import { archiveTableNames, archiveTables, type Manifest, rowTables } from './archive-format';
import { type ArchiveProblem, BadArchive } from './archive-problem';
import { clearUnfinished, restoringKey } from './clear-unfinished';
import { exportWorkspace } from './export-workspace';

const desks: ArchiveDesk[] = [];
afterEach(async () => {
  for (const desk of desks.splice(0)) await desk.close();
});

const mail = (n: number, subject: string, body: string) =>
  `Message-ID: <${n}@kunde.example>\r\nDate: Mon, 02 Mar 2026 09:0${n}:00 +0000\r\nFrom: Kari <kari@kunde.example>\r\nTo: ida@firma.example\r\nSubject: ${subject}\r\n${body}`;
const withFile = (n: number, subject: string) =>
  mail(
    n,
    subject,
    'Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nSe filen\r\n--b\r\nContent-Type: text/plain; name="a/..\\\\tilbud.txt"\r\nContent-Disposition: attachment; filename="tilbud.txt"\r\n\r\n100 kr.\r\n--b--\r\n',
  );
const letters = [
  mail(1, 'Stole/borde: hvad?', '\r\nHej'),
  mail(2, 'stole borde  hvad?', 'Content-Type: text/html\r\n\r\n<p>Hej <b>Ida</b></p>'),
  withFile(3, 'Tilbud'),
];

/** A workspace of this computer with mails read in, one answered by a comment with a file. */
async function workspace(mails = letters) {
  const desk = new ArchiveDesk();
  desks.push(desk);
  const words = { workspace: 'On this computer', inbox: 'Inbox' };
  const connection = await setUpLocalWorkspace(desk.device, { name: 'Ida Berg', addresses: ['ida@firma.example'], words }, 1000);
  const db = openDatabase(databaseNameOf(connection.id));
  const [inbox] = await db.inboxes.toArray();
  const files = mails.map((letter, n) => new File([letter], `${n}.eml`, { lastModified: 1 }));
  const reader = { index: (given: readonly File[]) => indexMails(given, () => undefined), read: readFoundMail, close: () => undefined };
  await importMails({ db, reader }, inbox?.id ?? '', { name: 'three', files });
  return { desk, connection, db };
}

/** The files of an archive in which these words stand, in name or content. */
const saying = async (archive: Blob, words: string) =>
  [...(await contents(archive))].flatMap(([path, bytes]) => (path.includes(words) || text(bytes).includes(words) ? [path] : []));
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
async function contents(archive: Blob): Promise<Map<string, Uint8Array<ArrayBuffer>>> {
  const entries = [...(await readDirectory(archive)).values()];
  return new Map(await Promise.all(entries.map(async (entry) => [entry.path, await readEntry(archive, entry, 1e8)] as const)));
}
async function zipOf(files: Iterable<readonly [string, Uint8Array<ArrayBuffer>]>): Promise<Blob> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const zip = new ZipWriter({ write: async (bytes) => void parts.push(bytes) }, new Date(0));
  for (const [path, bytes] of files) await zip.add(path, bytes);
  await zip.close();
  return new Blob(parts);
}
/** The same archive with one table's lines or its manifest changed, all checksums right. */
async function forged(
  archive: Blob,
  change: { part?: [RegExp, (line: Record<string, unknown>) => unknown]; manifest?: (manifest: Manifest) => unknown },
): Promise<Blob> {
  const files = await contents(archive);
  const manifest = JSON.parse(text(files.get('manifest.json') ?? new Uint8Array())) as Manifest;
  for (const part of manifest.parts) {
    if (!change.part?.[0].test(part.path)) continue;
    const lines = text(files.get(part.path) ?? new Uint8Array())
      .trimEnd()
      .split('\n');
    const bytes = new TextEncoder().encode(lines.map((line) => `${JSON.stringify(change.part?.[1](JSON.parse(line)))}\n`).join(''));
    files.set(part.path, bytes);
    Object.assign(part, { size: bytes.length, sha256: await sha256Of(new Blob([bytes])) });
  }
  files.set('manifest.json', new TextEncoder().encode(JSON.stringify(change.manifest?.(manifest) ?? manifest)));
  return zipOf(files);
}

/** Refused for this, and the device is as it was. */
async function refused(desk: ArchiveDesk, archive: Blob, problem: ArchiveProblem, free?: number) {
  const before = [await Dexie.getDatabaseNames(), await desk.device.connections.toArray(), await desk.device.settings.toArray()];
  const answer = await desk.back(archive, free).then(
    () => 'taken in',
    (fault: unknown) => (fault instanceof BadArchive ? fault.problem : fault),
  );
  expect(answer).toBe(problem);
  expect([await Dexie.getDatabaseNames(), await desk.device.connections.toArray(), await desk.device.settings.toArray()]).toEqual(before);
}

it('ALL-6 mails lie in a folder of their inbox as they came, files under names anybody can save, and a manifest says what is there', async () => {
  const { desk, connection, db } = await workspace();
  const { archive, manifest } = await desk.out(db, connection);
  const files = await contents(archive);
  expect([...files.keys()].filter((path) => !path.startsWith('tables/')).sort()).toEqual([
    'README.txt',
    'files/tilbud.txt',
    expect.stringMatching(/^mail\/Inbox\/2026-03-02 [Ss]tole borde hvad_( \(2\))?\.eml$/),
    'mail/Inbox/2026-03-02 Tilbud.eml',
    expect.stringMatching(/^mail\/Inbox\/2026-03-02 [Ss]tole borde hvad_( \(2\))?\.eml$/),
    'manifest.json',
  ]);
  const mails = [...files].filter(([path]) => path.endsWith('.eml')).map(([, bytes]) => text(bytes));
  expect(mails.sort()).toEqual([...letters].sort());
  expect(manifest).toMatchObject({ counts: { conversations: 3, messages: 3, mails: 3, files: 4 }, mails: { asTheyCame: 3, made: 0, rowsOnly: 0 } });
  db.close();
});

it('ALL-6 every table of the store goes along, or is one that follows from the others or serves syncing alone', async () => {
  const { db } = await workspace();
  const left = ['threads', 'counters', 'meta', 'pendingMessages', 'base', 'outbox', 'notApplied', 'confirmed', 'spaces', 'missingThreads', 'kept'];
  const stays = [...left, 'outboundMails', 'invitations', 'hiddenMessages'];
  expect(db.tables.map(({ name }) => name).filter((name) => !stays.includes(name) && !(name in archiveTables))).toEqual([]);
  const ofTheirOwn = ['conversations', 'messages', 'bodies', 'typed', 'unsent', 'files', 'mails'];
  expect([...rowTables, ...ofTheirOwn].sort()).toEqual(Object.keys(archiveTables).sort());
  expect(rowTables).toContain('teams');
  db.close();
});

/** An inline image, seen in the mail, and a file beside it. */
const png = Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489', 'hex').toString('base64');
const withImage = mail(
  4,
  'Stolen på billedet',
  `Content-Type: multipart/related; boundary=r\r\n\r\n--r\r\nContent-Type: text/html\r\n\r\n<p>Se <img src="cid:stol@kunde.example"></p>\r\n--r\r\nContent-Type: image/png; name="stol.png"\r\nContent-Disposition: inline; filename="stol.png"\r\nContent-ID: <stol@kunde.example>\r\nContent-Transfer-Encoding: base64\r\n\r\n${png}\r\n--r--\r\n`,
);

it('ALL-6 a workspace with something in every table that goes along comes back equal, byte for byte: files, an inline image, a draft, one snoozed, two merged', async () => {
  const { desk, connection, db } = await workspace([...letters, withImage]);
  const self = await me(db);
  const [inbox] = await db.inboxes.toArray();
  if (!self || !inbox) throw new Error('nobody’s workspace');
  const of = async (subject: string) => (await db.conversations.filter((row) => row.subject === subject).first())?.id ?? '';
  const [offer, chairs, tables, picture] = await Promise.all(['Tilbud', 'Stole/borde: hvad?', 'stole borde hvad?', 'Stolen på billedet'].map(of));
  const [thread] = await db.threads
    .where('[conversationId+n]')
    .equals([offer ?? '', 0])
    .toArray();
  const attachments = thread?.messages[0]?.attachments ?? [];
  const draft = { mode: 'reply' as const, to: [], cc: [], bcc: [], html: '<p>Vi sender</p>', attachments };
  for (const [act, args] of [
    ['mergeConversations', { conversationId: chairs, sourceId: tables, keepTicketId: null }],
    ['snoozeConversation', { conversationId: picture, until: Date.now() + 86_400_000 }],
    ['saveDraft', { draftId: newId(), forkId: newId(), conversationId: offer, basedOn: 0, content: draft }],
    ['addComment', { messageId: newId(), conversationId: chairs, text: 'Ring', html: '<p>Ring</p>', attachments, mentions: [], draftId: null }],
  ] as const)
    expect(await mutate(db, act, args as never)).toMatchObject({ uuid: expect.any(String) });
  const words = { draftId: newId(), basedOn: 0, content: { ...draft, html: '<p>Næsten</p>' } };
  await desk.device.settings.put({ key: typedWordsKey(`${connection.id}:${offer}:reply`), value: words });

  // Whatever nothing above wrote into: a row as the model has it, of this workspace.
  const here = new Map([
    [sampleWorkspace, self.workspaceId],
    [sampleId(2), self.agentId],
    [sampleId(10), inbox.id],
    [sampleId(100), chairs ?? ''],
  ]);
  const ours = <T>(row: T): T => JSON.parse([...here].reduce((json, [from, to]) => json.replaceAll(from, to), JSON.stringify(row)));
  for (const { table, row } of rowsOfEveryTable())
    if (table in archiveTables && table !== 'messages' && (await db.table(table).count()) === 0)
      await db.table(table).put({ ...ours(row), version: 1 });

  const [imported] = await db.imports.toArray();
  if (!imported) throw new Error('nothing was read in');
  const names = { fresh: ['a.eml'], known: ['b.eml'], unreadable: ['c.eml'] };
  await db.imports.put({ ...imported, id: newId(), state: 'undone', stayed: 1, refused: ['d.png'], names });

  const before = await everything(db);
  const { archive, manifest } = await desk.out(db, connection);
  db.close();
  // What waits for a hub has none to wait for here.
  const empty = archiveTableNames.filter((table) => table !== 'unsent' && !manifest.counts[table]);
  expect(empty).toEqual([]);
  expect(manifest.notHere).toEqual({ conversations: 0, html: 0, files: 0, originals: 0 });
  const back = await desk.back(archive);
  expect(await desk.opened(back, everything)).toEqual(before);
  expect(await desk.device.settings.get(typedWordsKey(`${back.id}:${offer}:reply`))).toMatchObject({ value: words });
  expect(JSON.stringify(before.files)).toContain(Buffer.from(png, 'base64').toString('hex'));
});

it('ALL-6 CHN-4 that a channel had stopped at the hub is not told of where no channel works or stops', async () => {
  const { desk, connection, db } = await workspace();
  const [inbox] = await db.inboxes.toArray();
  const space = ownersSpace((await me(db))?.workspaceId ?? '');
  await db.stoppedChannels.put({
    id: newId(),
    space,
    version: 1,
    inboxId: inbox?.id ?? '',
    inboxName: 'Inbox',
    address: 'post@firma.example',
    since: 1,
  });
  const { archive } = await desk.out(db, connection);
  db.close();
  const stoppedIn = async (file: Blob) => desk.opened(await desk.back(file), (restored) => restored.stoppedChannels.count());
  // A row that came along is written where nothing says that it is the hub's.
  expect(await stoppedIn(archive)).toBe(1);
  expect(
    await stoppedIn(
      await forged(archive, { manifest: (manifest) => ({ ...manifest, from: { kind: 'hub', name: 'Firma', origin: 'https://hub.example' } }) }),
    ),
  ).toBe(0);
});

it('SUR-9 a sample taken out by an earlier version comes back as the sample it is; a workspace of one’s own never does', async () => {
  const { desk, connection, db } = await workspace();
  const own = await desk.back((await desk.out(db, connection)).archive);
  db.close();
  expect([own.sample, await desk.opened(own, (restored) => metaRow(restored, 'local'))]).toMatchObject([undefined, { key: 'local' }]);
  const sample = await setUpSample({ device: desk.device, locks: desk.locks, now: Date.UTC(2026, 10, 1) });
  const back = await desk.opened(sample, async (from) => desk.back((await desk.out(from, sample)).archive));
  expect(back).toMatchObject({ kind: 'local', sample: true });
  expect(await desk.opened(back, (restored) => metaRow(restored, 'local'))).toMatchObject({ sample: true });
});

it('ALL-6 a mail that is here as rows only is made into one any mail program reads', async () => {
  const { desk, connection, db } = await workspace();
  const [raw] = (await db.files.toArray()).filter(({ type }) => type === 'message/rfc822');
  for (const { hash, type } of await db.files.toArray()) if (type === 'message/rfc822') await db.files.delete(hash);
  expect(raw).toBeDefined();
  const { archive, manifest } = await desk.out(db, connection);
  expect(manifest.mails).toEqual({ asTheyCame: 0, made: 3, rowsOnly: 0 });
  const made = [...(await contents(archive))].find(([path]) => path.endsWith('Tilbud.eml'));
  const parsed = await parseMail(made?.[1] ?? new Uint8Array());
  expect(parsed).toMatchObject({ subject: 'Tilbud', messageId: '<3@kunde.example>', date: Date.UTC(2026, 2, 2, 9, 3) });
  expect(parsed.from).toMatchObject({ address: 'kari@kunde.example' });
  expect(parsed.text.trim()).toBe('Se filen');
  expect(parsed.files.map(({ name, bytes }) => [name, text(bytes).trim()])).toEqual([['tilbud.txt', '100 kr.']]);
  db.close();
});

it('D15 what a hidden message said, its layout, its file and its original are in no byte of an archive; it comes back as a placeholder for good', async () => {
  const { desk, connection, db } = await workspace();
  const thread = (await db.threads.toArray()).find(({ messages }) => messages[0]?.subject === 'Tilbud');
  const [message] = thread?.messages ?? [];
  const args = { conversationId: thread?.conversationId ?? '', messageIds: [message?.id ?? ''] };
  const before = await desk.out(db, connection);
  expect(await saying(before.archive, '100 kr.')).toHaveLength(2);
  expect(await mutate(db, 'hideMessage', args)).toMatchObject({ uuid: expect.any(String) });
  const { archive, manifest } = await desk.out(db, connection);
  for (const words of ['100 kr.', 'Se filen', 'tilbud.txt']) expect(await saying(archive, words)).toEqual([]);
  expect(manifest).toMatchObject({ counts: { messages: 3, mails: 2, files: 2 }, mails: { asTheyCame: 2, made: 0, rowsOnly: 1 } });
  const back = await desk.back(archive);
  await desk.opened(back, async (restored) => {
    expect(await mutate(restored, 'unhideMessage', args)).toMatchObject({ refused: { refused: 'hidden-words-gone' } });
  });
  await mutate(db, 'unhideMessage', args);
  expect((await desk.out(db, connection)).manifest.counts).toEqual(before.manifest.counts);
  expect(await db.threads.get([args.conversationId, 0])).toMatchObject({ messages: [{ ...message, version: expect.any(Number) }] });
  db.close();
});

it('ALL-6 VIEW-10 D26 how long each conversation has lain in trash comes back with it, and its days go on from there', async () => {
  const { desk, connection, db } = await workspace();
  const [first, second] = await db.conversations.toArray();
  const begun = Date.now();
  const days = async (from: number, to: number, of = db) => {
    for (let n = from; n <= to; n++) await purgeTrash(of, begun + n * day);
  };
  await mutate(db, 'trashConversation', { conversationId: first?.id ?? '' });
  await days(0, 20);
  await mutate(db, 'trashConversation', { conversationId: second?.id ?? '' });
  const before = await metaRow(db, 'trash');
  expect(Object.keys(before?.lain ?? {})).toEqual([first?.id]);
  const { archive } = await desk.out(db, connection);
  const back = await desk.back(archive);
  await desk.opened(back, async (restored) => {
    expect(await metaRow(restored, 'trash')).toEqual(before);
    await days(21, 29, restored);
    expect(await restored.conversations.get(first?.id ?? '')).toBeDefined();
    await days(30, 31, restored);
    expect(await restored.conversations.get(first?.id ?? '')).toBeUndefined();
    expect(await restored.conversations.get(second?.id ?? '')).toBeDefined();
  });
  db.close();
});

it('ALL-6 an archive written before it said how long anything lay in trash comes back all the same', async () => {
  const { desk, connection, db } = await workspace();
  await purgeTrash(db, 1000);
  const { archive } = await desk.out(db, connection);
  db.close();
  const older = await forged(archive, {
    manifest: ({ local, ...manifest }) => ({ ...manifest, local: local && { version: local.version, newest: local.newest } }),
  });
  await desk.opened(await desk.back(older), async (restored) => {
    expect(await metaRow(restored, 'trash')).toBeUndefined();
    expect(await restored.conversations.count()).toBe(3);
  });
});

it('ALL-6 words typed and not saved come along; keys, tokens and what serves syncing do not', async () => {
  const { desk, connection, db } = await workspace();
  const [conversation] = await db.conversations.toArray();
  const content = { mode: 'comment' as const, to: [], cc: [], bcc: [], html: '<p>Næsten færdig</p>', attachments: [] };
  const typed = { draftId: newId(), basedOn: 0, content };
  await desk.device.settings.put({ key: typedWordsKey(`${connection.id}:${conversation?.id}:comment`), value: typed });
  await desk.device.vault.put({ key: 'refresh-x', value: 'canary-token' });
  await db.meta.put({ key: 'client', clientId: newId(), epoch: 'canary-epoch', lastId: 7 });
  const clientId = ((await db.meta.get('client')) as { clientId: string }).clientId;
  const { archive } = await desk.out(db, connection);
  const all = [...(await contents(archive)).values()].map(text).join('\n');
  for (const secret of ['canary-token', 'canary-epoch', clientId]) expect(all).not.toContain(secret);
  const back = await desk.back(archive);
  expect(await desk.device.settings.get(typedWordsKey(`${back.id}:${conversation?.id}:comment`))).toMatchObject({ value: typed });
  db.close();
});

it('ALL-6 what is no archive of ours, too new, wrong, changed or too large is refused, each for its reason, and nothing of it stays', async () => {
  const { desk, connection, db } = await workspace();
  const { archive } = await desk.out(db, connection);
  db.close();
  const bytes = new Uint8Array(await archive.arrayBuffer());
  await refused(desk, new Blob(['a letter']), 'not-an-archive');
  await refused(desk, new Blob([]), 'not-an-archive');
  await refused(desk, await zipOf([['holiday.jpg', bytes]]), 'not-an-archive');
  await refused(desk, new Blob([bytes.slice(0, bytes.length / 2)]), 'damaged');
  await refused(desk, await forged(archive, { manifest: (manifest) => ({ ...manifest, format: 99 }) }), 'too-new');
  await refused(desk, archive, 'too-large', 500);
  await refused(desk, await zipOf([...(await contents(archive)), ['bomb', new Uint8Array(25_000_000)]]), 'too-large');
  const files = await contents(archive);
  files.set('files/tilbud.txt', new TextEncoder().encode('999 kr.'));
  await refused(desk, await zipOf(files), 'damaged');
  files.delete('files/tilbud.txt');
  await refused(desk, await zipOf(files), 'damaged');

  const wrong = (table: RegExp, change: (line: Record<string, unknown>) => unknown) => forged(archive, { part: [table, change] });
  await refused(desk, await wrong(/conversations/, (row) => ({ ...row, status: 'sleeping' })), 'wrong-rows');
  await refused(desk, await wrong(/conversations/, ({ version: _, ...row }) => row), 'wrong-rows');
  await refused(desk, await wrong(/conversations/, (row) => ({ ...row, space: `inbox:${newId()}` })), 'wrong-rows');
  await refused(desk, await wrong(/conversations/, (row) => ({ ...row, id: connection.agentId })), 'wrong-rows');
  await refused(desk, await wrong(/messages/, (row) => ({ ...row, conversationId: newId() })), 'wrong-rows');
  await refused(desk, await wrong(/agents/, (row) => ({ ...row, id: newId() })), 'wrong-rows');
  await refused(
    desk,
    await forged(archive, { manifest: (manifest) => ({ ...manifest, counts: { ...manifest.counts, messages: 2 } }) }),
    'wrong-rows',
  );
});

it('ALL-6 an archive broken at any byte is refused, or comes back as it was', async () => {
  const { desk, connection, db } = await workspace();
  const before = await everything(db);
  const { archive } = await desk.out(db, connection);
  db.close();
  const whole = new Uint8Array(await archive.arrayBuffer());
  const names = await Dexie.getDatabaseNames();
  await fc.assert(
    fc.asyncProperty(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), async (at, by) => {
      let back: LocalConnection;
      try {
        back = await desk.back(new Blob([whole.with(at, (whole[at] ?? 0) ^ by)]));
      } catch (fault) {
        if (!(fault instanceof BadArchive)) throw fault;
        expect(await Dexie.getDatabaseNames()).toEqual(names);
        return;
      }
      expect(await desk.opened(back, everything)).toEqual(before);
      await desk.device.connections.delete(back.id);
      await Dexie.delete(databaseNameOf(back.id));
    }),
    { numRuns: 80 },
  );
});

it('ALL-6 stopped while it is written, an archive leaves nothing; what a closed page left is cleared away', async () => {
  const { desk, connection, db } = await workspace();
  const { archive } = await desk.out(db, connection);
  const names = await Dexie.getDatabaseNames();
  const stop = new AbortController();
  const { device } = desk;
  const host = { device, locks: desk.locks, free: 1e12, now: 5, signal: stop.signal };
  const { restoreWorkspace } = await import('./restore-workspace');
  const stopped = restoreWorkspace({ ...host, onProgress: (step, done) => step === 'writing' && done > 3 && stop.abort() }, archive);
  await expect(stopped).rejects.toThrow('aborted');
  expect(await Dexie.getDatabaseNames()).toEqual(names);
  expect([await device.connections.count(), await device.settings.count()]).toEqual([1, 0]);

  const left = newId();
  await device.settings.put({ key: restoringKey(left), value: 1 });
  const half = openDatabase(databaseNameOf(left));
  await half.open();
  half.close();
  await clearUnfinished(device, desk.locks);
  expect(await Dexie.getDatabaseNames()).toEqual(names);
  expect(await device.settings.count()).toBe(0);
  db.close();
});

it('ALL-6 an export that was stopped has no directory at its end: no program takes it for whole', async () => {
  const { desk, connection, db } = await workspace();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const stop = new AbortController();
  const sink = { write: async (bytes: Uint8Array<ArrayBuffer>) => void parts.push(bytes) };
  const host = { db, device: desk.device, connection, sink, readme: '', now: new Date(0), signal: stop.signal };
  await expect(exportWorkspace({ ...host, onProgress: (done) => done > 2 && stop.abort() })).rejects.toThrow('aborted');
  expect(parts.length).toBeGreaterThan(0);
  await refused(desk, new Blob(parts), 'damaged');
  db.close();
});

it('ALL-6 what is done while it is written changes nothing half: a conversation is there with its messages', async () => {
  const { desk, connection, db } = await workspace();
  const ids = (await db.conversations.toCollection().primaryKeys()) as string[];
  const act = vi.fn(() => {
    for (const conversationId of ids) {
      const args = { messageId: newId(), conversationId, text: 'Ring', html: '<p>Ring</p>', attachments: [], mentions: [], draftId: null };
      void mutate(db, 'addComment', args);
    }
  });
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const sink = { write: async (bytes: Uint8Array<ArrayBuffer>) => void parts.push(bytes) };
  const host = { db, device: desk.device, connection, sink, readme: '', now: new Date(0), signal: desk.signal.signal };
  await exportWorkspace({ ...host, onProgress: (done) => done === 1 && act() });
  expect(act).toHaveBeenCalled();
  const back = await desk.back(new Blob(parts));
  const { conversations, threads } = await desk.opened(back, everything);
  for (const { id, messageCount } of conversations as { id: string; messageCount: number }[])
    expect((threads as Record<string, unknown[]>)[id]).toHaveLength(messageCount);
  db.close();
});
